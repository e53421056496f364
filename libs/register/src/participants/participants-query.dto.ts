import { MomentPageQuery } from '@zvit/platform';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { manyOf, trueOrFalse } from '../reading/asked.js';

export class ParticipantsQuery extends MomentPageQuery {
  /** Roles; may be given several times. */
  @IsOptional()
  @Transform(manyOf)
  @IsArray()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  role?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  party?: string;

  /** true: every record, whatever the day. */
  @IsOptional()
  @Transform(trueOrFalse)
  @IsBoolean()
  all?: boolean;
}
