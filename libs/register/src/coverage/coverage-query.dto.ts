import { type RecordType } from '@zvit/domain';
import { KnownPageQuery } from '@zvit/evidence';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { manyOf } from '../reading/asked.js';
import { STATING } from './statements-sql.js';

/** What a statement can lack. */
export const LACKS = ['single-source', 'primary', 'quote', 'locator', 'verification'] as const;

type Lack = (typeof LACKS)[number];

export class CoverageQuery extends KnownPageQuery {
  /** Mechanisms by slug or id, several times or with commas between them; absent: all. */
  @IsOptional()
  @Transform(manyOf)
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  mechanism?: string[];

  /** Types of the records that state; may be given several times. */
  @IsOptional()
  @Transform(manyOf)
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(STATING, { each: true })
  type?: RecordType[];
}

export class UncoveredQuery extends CoverageQuery {
  /** What the statements lack: a second source, a primary one, a quote, a place in the source, verification. Absent: any of these. */
  @IsOptional()
  @IsIn(LACKS)
  lack?: Lack;
}
