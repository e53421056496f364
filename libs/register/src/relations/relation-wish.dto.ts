import { TEXT } from '@zvit/domain';
import { BecauseDto } from '@zvit/evidence';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { CitedWishDto } from '../records/cited-wish.dto.js';

/** How a mechanism stands to another, as it should read. */
export class RelationWishDto extends OmitType(CitedWishDto, ['verified'] as const) {
  /** By the vocabulary of relation types. */
  @IsString()
  @MaxLength(TEXT.page)
  type: string;

  /** The other mechanism, by slug or id. */
  @IsString()
  @MaxLength(TEXT.page)
  target: string;
}

/** The relation as it should read, and why. One to another mechanism is another relation: `target` stays. */
export class RevisedRelationDto extends IntersectionType(
  OmitType(RelationWishDto, ['class', 'target'] as const),
  BecauseDto,
) {}
