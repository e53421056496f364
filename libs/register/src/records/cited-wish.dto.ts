import { CLASSES, type Classification, TEXT } from '@zvit/domain';
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
import { CitationWishDto, MOST_ITEMS } from './citation-wish.dto.js';

const LANGUAGES = ['en', 'nl', 'uk'] as const;

/** What every statement that a person records may carry. Lengths here are bounds; the record's own rules are narrower. */
export class CitedWishDto {
  /** Language of the texts, where it is not English. */
  @IsOptional()
  @IsIn(LANGUAGES)
  lang?: (typeof LANGUAGES)[number];

  /** internal, unless said otherwise. */
  @IsOptional()
  @IsIn(CLASSES)
  class?: Classification;

  /** true: the sources were read and attest it. Absent: false, and it must not be shown as fact. */
  @IsOptional()
  @IsBoolean()
  verified?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  notes?: string;

  /** At least one: nothing is stated without a source. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => CitationWishDto)
  citations?: CitationWishDto[];
}
