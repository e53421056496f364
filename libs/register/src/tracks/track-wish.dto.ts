import { TEXT } from '@zvit/domain';
import { BecauseDto } from '@zvit/evidence';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CitedWishDto } from '../records/cited-wish.dto.js';

/** Something that runs in parallel under a mechanism, as it should read. */
export class TrackWishDto extends OmitType(CitedWishDto, ['verified'] as const) {
  @IsString()
  @MaxLength(TEXT.page)
  subject: string;

  /** By the vocabulary of track statuses. */
  @IsString()
  @MaxLength(TEXT.page)
  status: string;

  /** Since when (EDTF). */
  @IsString()
  @MaxLength(TEXT.page)
  since: string;

  /** When it expires unless prolonged (EDTF). That the time passes ends nothing by itself. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  expires?: string;
}

/** The whole track as it should read, and why. Its class was set when it was added. */
export class RevisedTrackDto extends IntersectionType(OmitType(TrackWishDto, ['class'] as const), BecauseDto) {}
