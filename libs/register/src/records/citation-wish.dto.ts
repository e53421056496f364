import { TEXT } from '@zvit/domain';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Most citations of one statement, and most items of other lists, in one request. */
export const MOST_ITEMS = 100;

/** What a statement rests on: a source by the data's own name or by id, the place in it, its words. */
export class CitationWishDto {
  @IsString()
  @MaxLength(TEXT.line)
  source: string;

  /** Where in the source: page, paragraph, lines. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  locator?: string;

  /** The words of the source. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  quote?: string;
}
