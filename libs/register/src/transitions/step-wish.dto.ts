import { EXTENTS, type Extent, TEXT } from '@zvit/domain';
import { BecauseDto } from '@zvit/evidence';
import { IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CitationWishDto, MOST_ITEMS } from '../records/citation-wish.dto.js';

/** How the condition of a step is fulfilled: in words with citations of their own, or by conditions that are recorded as met. */
export class FulfilmentWishDto {
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  text?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => CitationWishDto)
  citations?: CitationWishDto[];

  /** Conditions of the mechanism itself, by the data's own names or by ids. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @IsString({ each: true })
  @MaxLength(TEXT.line, { each: true })
  conditions?: string[];
}

/** A step of a mechanism's status as it should read. Lengths here are bounds; the record's own rules are narrower. */
export class StepWishDto {
  /** The status that it leads to. From which one follows from its date. */
  @IsString()
  @MaxLength(TEXT.page)
  to: string;

  /** When it took effect in the world (EDTF), as precisely as the source says. */
  @IsString()
  @MaxLength(TEXT.page)
  effective: string;

  /** Beside an interval: some moment within it, or all of it. */
  @IsOptional()
  @IsIn(EXTENTS)
  extent?: Extent;

  /** Why the status is taken to have changed. */
  @IsString()
  @MaxLength(TEXT.page)
  reason: string;

  /** At least one: nothing is stated without a source. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => CitationWishDto)
  citations?: CitationWishDto[];

  /** Where the lifecycle states a condition for the step. */
  @IsOptional()
  @ValidateNested()
  @Type(() => FulfilmentWishDto)
  fulfilment?: FulfilmentWishDto;

  /** Last day of the term that begins with the step (EDTF); null where it is not known. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  termEnds?: string | null;

  /** true: the sources were read and attest it. Absent: false, and it must not be shown as fact. */
  @IsOptional()
  @IsBoolean()
  verified?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  notes?: string;
}

/** The whole step as it should have read, and why it was wrong. */
export class CorrectedStepDto extends IntersectionType(StepWishDto, BecauseDto) {}
