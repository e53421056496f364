import { EXTENTS, type Extent, TEXT } from '@zvit/domain';
import { BecauseDto, Nullable } from '@zvit/evidence';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CitedWishDto } from '../records/cited-wish.dto.js';

/** An event as it should read. */
export class EventWishDto extends CitedWishDto {
  /** By the vocabulary of event kinds. */
  @IsString()
  @MaxLength(TEXT.page)
  kind: string;

  /** When it happened (EDTF), as precisely as the source says; null where no source says. */
  @Nullable()
  @IsString()
  @MaxLength(TEXT.page)
  happened: string | null;

  /** Beside an interval: some moment within it, or all of it. */
  @IsOptional()
  @IsIn(EXTENTS)
  extent?: Extent;

  /** Where an undated event stands among dated ones: 2023-05-17.1 is after all of that day. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  orderKey?: string;

  @IsString()
  @MaxLength(TEXT.page)
  title: string;

  @IsString()
  @MaxLength(2 * TEXT.page)
  description: string;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  place?: string | null;
}

/** The whole event as it should read, and why. Its class is raised by an act of its own. */
export class RevisedEventDto extends IntersectionType(OmitType(EventWishDto, ['class'] as const), BecauseDto) {}
