import { TEXT } from '@zvit/domain';
import { IsString, MaxLength } from 'class-validator';

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
