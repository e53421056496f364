import { TEXT } from '@zvit/domain';
import { BecauseDto } from '@zvit/evidence';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { CitationWishDto, MOST_ITEMS } from '../records/citation-wish.dto.js';
import { CitedWishDto } from '../records/cited-wish.dto.js';

const SETTLEMENTS = ['met', 'waived', 'failed'] as const;

/** A number of parties that have to do an act. */
export class ThresholdWishDto {
  @IsInt()
  count: number;

  /** By the vocabulary of participation acts. */
  @IsString()
  @MaxLength(TEXT.page)
  act: string;
}

/** A condition as it should read. */
export class ConditionWishDto extends CitedWishDto {
  /** Whose condition it is: a party by the data's own name, or mechanism for its own terms. */
  @IsString()
  @MaxLength(TEXT.page)
  holder: string;

  /** status:<to> of the mechanism's own lifecycle; support or hosting for a party. */
  @IsString()
  @MaxLength(TEXT.page)
  bearsOn: string;

  @IsString()
  @MaxLength(TEXT.page)
  text: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => ThresholdWishDto)
  threshold?: ThresholdWishDto;

  /** When it was set (EDTF day, month or year), null where not known. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  setOn?: string | null;

  /** When it was met; with status met, and only then. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  metOn?: string | null;

  /** Absent: open. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  status?: string;
}

/** The whole condition as it should read, and why. Its class is raised by an act of its own. */
export class RevisedConditionDto extends IntersectionType(OmitType(ConditionWishDto, ['class'] as const), BecauseDto) {}

/** What became of a condition, with the evidence of that. */
export class SettlementDto extends BecauseDto {
  @IsIn(SETTLEMENTS)
  status: (typeof SETTLEMENTS)[number];

  /** When it was met; with met, and only then. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  metOn?: string | null;

  /** At least one source for the settlement itself; they join those of the condition. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => CitationWishDto)
  citations?: CitationWishDto[];
}
