import { CLASSES, type Classification, TEXT } from '@zvit/domain';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';

/** A higher class, and why. */
export class ClassificationDto {
  @IsIn(CLASSES)
  class: Classification;

  @IsString()
  @Matches(/\S/, { message: 'a reason has words' })
  @MaxLength(TEXT.paragraph)
  reason: string;
}
