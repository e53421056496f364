import { MomentPageQuery } from '@zvit/platform';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { manyOf, trueOrFalse } from '../reading/asked.js';

export class ForecastsQuery extends MomentPageQuery {
  /** open, met, missed or overtaken; may be given several times. */
  @IsOptional()
  @Transform(manyOf)
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  outcome?: string[];

  /** true: open, though the time foreseen has passed by the day of validOn; false: all others. */
  @IsOptional()
  @Transform(trueOrFalse)
  @IsBoolean()
  overdue?: boolean;
}
