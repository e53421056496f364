import { type Content, TEXT } from '@zvit/domain';
import { IsString, MaxLength } from 'class-validator';
import { given } from './wished-citations.js';

/** What something is called in the three languages. */
export class NamesWishDto {
  @IsString()
  @MaxLength(TEXT.page)
  en: string;

  @IsString()
  @MaxLength(TEXT.page)
  nl: string;

  @IsString()
  @MaxLength(TEXT.page)
  uk: string;
}

/** Names as content holds them. Where what was sent is no group of names there are none, and the other faults are still found. */
export const namesFrom = (names: Partial<NamesWishDto> | undefined): Content | undefined =>
  names && given({ en: names.en, nl: names.nl, uk: names.uk });
