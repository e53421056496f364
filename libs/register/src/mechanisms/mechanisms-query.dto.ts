import { MomentPageQuery } from '@zvit/platform';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { manyOf } from '../reading/asked.js';

export class MechanismsQuery extends MomentPageQuery {
  /** Kinds of mechanism; may be given several times. */
  @IsOptional()
  @Transform(manyOf)
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  kind?: string[];

  /** Statuses on the day of `validOn`; may be given several times. */
  @IsOptional()
  @Transform(manyOf)
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  status?: string[];

  /** A party that has a part in the mechanism, in any role and at any time. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  party?: string;

  /** Words of the names, abbreviations, aliases or the description. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  text?: string;
}
