import { TEXT } from '@zvit/domain';
import { BecauseDto } from '@zvit/evidence';
import { IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { CitationWishDto, MOST_ITEMS } from '../records/citation-wish.dto.js';
import { CitedWishDto } from '../records/cited-wish.dto.js';
import { NamesWishDto } from '../records/names-wish.dto.js';

const LANGUAGES = ['en', 'nl', 'uk'] as const;

/** Another wording of the name. */
export class AliasWishDto {
  @IsString()
  @MaxLength(TEXT.page)
  value: string;

  @IsIn(LANGUAGES)
  lang: (typeof LANGUAGES)[number];

  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  note?: string;
}

/** Where it sits: with at least one source where a place or a country is named. */
export class SeatWishDto {
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  place?: string | null;

  /** ISO 3166-1 alpha-2. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  country?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  notes?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => CitationWishDto)
  citations?: CitationWishDto[];
}

/** What it was founded on. */
export class LegalBasisWishDto {
  @IsString()
  @MaxLength(TEXT.page)
  text: string;

  /** At least one: each basis is a statement of its own. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => CitationWishDto)
  citations?: CitationWishDto[];
}

/** A mechanism as it should read. Its status is no part of this: it follows from its steps. */
export class MechanismWishDto extends PickType(CitedWishDto, ['lang', 'class', 'verified'] as const) {
  /** The data’s own name, which it keeps: words of a-z and 0-9 with hyphens. Absent: it goes by its id. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  slug?: string;

  /** By the vocabulary of mechanism kinds. */
  @IsString()
  @MaxLength(TEXT.page)
  kind: string;

  /** The lifecycle that its steps follow, by slug or id. It stays once there is a step. */
  @IsString()
  @MaxLength(TEXT.page)
  lifecycle: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => NamesWishDto)
  names: NamesWishDto;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @IsString({ each: true })
  @MaxLength(TEXT.page, { each: true })
  abbreviations?: string[];

  /** Other wordings, among them former and informal names. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => AliasWishDto)
  aliases?: AliasWishDto[];

  /** Neutral, in own words. */
  @IsString()
  @MaxLength(TEXT.page)
  description: string;

  /** Absent: not known. */
  @IsOptional()
  @ValidateNested()
  @Type(() => SeatWishDto)
  seat?: SeatWishDto;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  hostInstitution?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => LegalBasisWishDto)
  legalBases?: LegalBasisWishDto[];

  /** Address on the web (http or https). */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  website?: string | null;
}

/** The whole mechanism as it should read, and why. Its slug stays; its class is raised by an act of its own. */
export class RevisedMechanismDto extends IntersectionType(
  OmitType(MechanismWishDto, ['class', 'slug'] as const),
  BecauseDto,
) {}
