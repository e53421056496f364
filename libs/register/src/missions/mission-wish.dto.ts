import { EXTENTS, type Extent, TEXT } from '@zvit/domain';
import { BecauseDto } from '@zvit/evidence';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { CitedWishDto } from '../records/cited-wish.dto.js';

/** One of a series of missions, as it should read. */
export class MissionWishDto extends CitedWishDto {
  /** Its number in the series, counted from 1. */
  @IsInt()
  number: number;

  /** From when to when (EDTF). */
  @IsString()
  @MaxLength(TEXT.page)
  period: string;

  /** Beside an interval: some moment within it, or all of it. */
  @IsOptional()
  @IsIn(EXTENTS)
  extent?: Extent;

  /** Size, lead or names; null where not known. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  team?: string | null;
}

/** The whole mission as it should read, and why. Its class was set when it was added. */
export class RevisedMissionDto extends IntersectionType(OmitType(MissionWishDto, ['class'] as const), BecauseDto) {}
