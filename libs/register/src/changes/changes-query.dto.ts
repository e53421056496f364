import { RECORD_TYPES, type RecordType } from '@zvit/domain';
import { KnownPageQuery } from '@zvit/evidence';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { manyOf } from '../reading/asked.js';

/** Along which time two states are compared: what was known, or what was so in the world. */
export const AXES = ['known', 'world'] as const;
export type Axis = (typeof AXES)[number];

const ABOUT_ACTING: ReadonlySet<RecordType> = new Set(['person', 'account', 'token', 'proposal', 'batch', 'export']);

/** The record itself and what it rests on; not who may write it, nor what was taken away. */
export const COMPARED = RECORD_TYPES.filter((type) => !ABOUT_ACTING.has(type));

export class ChangesQuery extends KnownPageQuery {
  /** known: what was recorded in between, the default. world: what is another between two days, as known at `knownAt`. */
  @IsOptional()
  @IsIn(AXES)
  axis?: Axis;

  /** known: an instant or a position of the ledger, absent: its beginning. world: a day, always there. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  from?: string;

  /** known: an instant or a position of the ledger, absent: `knownAt`, or now. world: a day, always there. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  to?: string;

  /** Mechanisms by slug or id, several times or with commas between them; absent: all, and what is no mechanism's. */
  @IsOptional()
  @Transform(manyOf)
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  mechanism?: string[];

  /** Types of record; may be given several times. */
  @IsOptional()
  @Transform(manyOf)
  @IsArray()
  @ArrayMaxSize(50)
  @IsIn(COMPARED, { each: true })
  type?: RecordType[];

  /** A party: its participations, the conditions that it holds, and what is recorded of itself. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  party?: string;
}
