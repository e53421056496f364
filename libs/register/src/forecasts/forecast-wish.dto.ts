import { EXTENTS, type Extent, TEXT } from '@zvit/domain';
import { BecauseDto, Nullable } from '@zvit/evidence';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CitedWishDto } from '../records/cited-wish.dto.js';

/** What someone said would happen, or a time limit that was set, as it should read. */
export class ForecastWishDto extends CitedWishDto {
  @IsString()
  @MaxLength(TEXT.page)
  statement: string;

  /** Who foresaw it: a party by the data’s own name, or the name of a body or person that is none. */
  @IsString()
  @MaxLength(TEXT.page)
  by: string;

  /** When it was said (EDTF). */
  @IsString()
  @MaxLength(TEXT.page)
  madeOn: string;

  /** The time foreseen (EDTF); null where none was given. */
  @Nullable()
  @IsString()
  @MaxLength(TEXT.page)
  expected: string | null;

  /** Beside an interval: some moment within it, or all of it. */
  @IsOptional()
  @IsIn(EXTENTS)
  extent?: Extent;

  /** open, met, missed or overtaken, by the sources read. Absent: open. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  outcome?: string;

  /** The event of the same mechanism that met it, by the data’s own name or by id; with met, and only then. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  metBy?: string | null;

  /** With missed: what came too late. With overtaken: what took the object away. An event of the same mechanism. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  laterEvent?: string;
}

/** The whole forecast as it should read, and why. Its class was set when it was added. */
export class RevisedForecastDto extends IntersectionType(OmitType(ForecastWishDto, ['class'] as const), BecauseDto) {}
