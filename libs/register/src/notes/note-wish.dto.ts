import { TEXT } from '@zvit/domain';
import { BecauseDto } from '@zvit/evidence';
import { IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { CitationWishDto, MOST_ITEMS } from '../records/citation-wish.dto.js';
import { CitedWishDto } from '../records/cited-wish.dto.js';

/** An editor’s remark on a mechanism, as it should read. */
export class NoteWishDto extends PickType(CitedWishDto, ['lang', 'class'] as const) {
  @IsString()
  @MaxLength(TEXT.page)
  text: string;

  /** What it rests on; a remark may rest on nothing. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => CitationWishDto)
  citations?: CitationWishDto[];
}

/** The whole note as it should read, and why. Its class was set when it was added. */
export class RevisedNoteDto extends IntersectionType(OmitType(NoteWishDto, ['class'] as const), BecauseDto) {}
