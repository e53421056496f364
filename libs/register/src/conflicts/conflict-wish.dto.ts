import { TEXT } from '@zvit/domain';
import { BecauseDto, Nullable } from '@zvit/evidence';
import { IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { CitationWishDto, MOST_ITEMS } from '../records/citation-wish.dto.js';
import { CitedWishDto } from '../records/cited-wish.dto.js';

/** What one side of a conflict says. */
export class ConflictValueWishDto {
  @IsString()
  @MaxLength(TEXT.page)
  value: string;

  /** At least one: each value is a statement of its own. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => CitationWishDto)
  citations?: CitationWishDto[];
}

/** Sources that differ, as it should read. */
export class ConflictWishDto extends PickType(CitedWishDto, ['lang', 'class'] as const) {
  /** What they differ on: a path such as events.<id>.date. */
  @IsString()
  @MaxLength(TEXT.page)
  field: string;

  /** At least two. */
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => ConflictValueWishDto)
  values: ConflictValueWishDto[];

  /** One of the values, word for word; null where none is preferred. */
  @Nullable()
  @IsString()
  @MaxLength(TEXT.page)
  preferred: string | null;

  /** Why that one, or why none. */
  @IsString()
  @MaxLength(TEXT.page)
  resolution: string;
}

/** The whole conflict as it should read, and why. Its class was set when it was added. */
export class RevisedConflictDto extends IntersectionType(OmitType(ConflictWishDto, ['class'] as const), BecauseDto) {}
