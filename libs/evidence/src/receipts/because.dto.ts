import { TEXT } from '@zvit/domain';
import { IsString, Matches, MaxLength } from 'class-validator';

/** Why something is changed, corrected or taken back. */
export class BecauseDto {
  /** Why: kept with the act for ever. */
  @IsString()
  @Matches(/\S/, { message: 'a reason has words' })
  @MaxLength(TEXT.paragraph)
  because: string;
}
