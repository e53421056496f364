import { KnownPageQuery } from '@zvit/evidence';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { manyOf } from '../reading/asked.js';

export class TimelineQuery extends KnownPageQuery {
  /** Kinds of event, or with `party` acts of participation; may be given several times. */
  @IsOptional()
  @Transform(manyOf)
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  kind?: string[];

  /** A party: the timeline then is that of its acts of participation. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  party?: string;

  /** Class of at least one source that an item rests on: primary or secondary. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  sourceClass?: string;

  /** First day, month or year of a period that an item's date can touch. */
  @IsOptional()
  @IsString()
  @MaxLength(24)
  happenedFrom?: string;

  /** Last day, month or year of a period that an item's date can touch. */
  @IsOptional()
  @IsString()
  @MaxLength(24)
  happenedTo?: string;

  /** Words of the title, the description or the place. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  text?: string;
}

export class JointTimelineQuery extends TimelineQuery {
  /** Mechanisms by slug or id, several times or with commas between them; absent: all. */
  @IsOptional()
  @Transform(manyOf)
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  mechanism?: string[];
}
