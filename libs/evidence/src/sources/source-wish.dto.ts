import { ApiProperty } from '@nestjs/swagger';
import { CLASSES, type Classification, TEXT } from '@zvit/domain';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { BecauseDto } from '../receipts/because.dto.js';
import { Nullable } from '../receipts/nullable.decorator.js';

/** A source as it should read. Lengths here are bounds; the record's own rules are narrower and name every fault at once. */
export class SourceWishDto {
  @IsString()
  @MaxLength(TEXT.page)
  title: string;

  @IsString()
  @MaxLength(TEXT.page)
  publisher: string;

  /** primary: an official publisher (state, parliament, court, organisation, treaty series); secondary: all else. */
  @IsString()
  @MaxLength(TEXT.page)
  type: string;

  /** Date of the document (EDTF), null where it shows none. */
  @Nullable()
  @IsString()
  @MaxLength(TEXT.page)
  @ApiProperty({ format: 'edtf' })
  date: string | null;

  /** Address on the web (http or https), null where there is none. */
  @Nullable()
  @IsString()
  @MaxLength(TEXT.page)
  url: string | null;

  /** Language of the document, such as en, nl, uk. */
  @IsString()
  @MaxLength(TEXT.page)
  language: string;

  /** The place in the larger document, for a passage. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  locator?: string;

  /** The larger document that this is a passage of. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  partOf?: string;

  /** internal, unless said otherwise. */
  @IsOptional()
  @IsIn(CLASSES)
  class?: Classification;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  notes?: string;
}

/** The whole source as it should read, and why. Its class is raised by an act of its own. */
export class RevisedSourceDto extends IntersectionType(OmitType(SourceWishDto, ['class'] as const), BecauseDto) {}
