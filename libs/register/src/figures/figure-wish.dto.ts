import { EXTENTS, type Extent, TEXT } from '@zvit/domain';
import { BecauseDto } from '@zvit/evidence';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { IsIn, IsNumber, IsOptional, IsString, MaxLength } from 'class-validator';
import { CitedWishDto } from '../records/cited-wish.dto.js';

/** A number that a source gives for a date, as it should read. */
export class FigureWishDto extends CitedWishDto {
  /** What is counted, by the vocabulary of figure measures. */
  @IsString()
  @MaxLength(TEXT.page)
  measure: string;

  @IsNumber()
  value: number;

  /** By the vocabulary of figure units. */
  @IsString()
  @MaxLength(TEXT.page)
  unit: string;

  /** exact, about, more-than, less-than or at-least. */
  @IsString()
  @MaxLength(TEXT.page)
  precision: string;

  /** The date for which the source gives it (EDTF). */
  @IsString()
  @MaxLength(TEXT.page)
  asOf: string;

  /** Beside an interval: some moment within it, or all of it. */
  @IsOptional()
  @IsIn(EXTENTS)
  extent?: Extent;
}

/** The whole figure as it should read, and why. Its class was set when it was added. */
export class RevisedFigureDto extends IntersectionType(OmitType(FigureWishDto, ['class'] as const), BecauseDto) {}
