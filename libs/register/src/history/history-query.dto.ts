import { RECORD_TYPES } from '@zvit/domain';
import { KnownPageQuery } from '@zvit/evidence';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class HistoryQuery extends KnownPageQuery {
  /** The person who acted, by opaque id. */
  @IsOptional()
  @Matches(/^[0-9a-z]{26}$/, { message: 'actor is the opaque id of a person.' })
  actor?: string;

  /** The act, such as transition.approve. */
  @IsOptional()
  @Matches(/^[a-z]+\.[a-z-]{1,40}$/, { message: 'act is a type and a verb, such as transition.approve.' })
  act?: string;

  /** Type of the record that was acted on. */
  @IsOptional()
  @IsIn(RECORD_TYPES)
  type?: string;

  /** Recorded at this instant or later. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  from?: string;

  /** Recorded at this instant or earlier. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  to?: string;
}

export class WholeHistoryQuery extends HistoryQuery {
  /** What concerns one mechanism, by slug or opaque id. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  mechanism?: string;
}
