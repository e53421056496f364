import { EXTENTS, type Extent, PARTICIPATION_ENDS, type ParticipationEnd, TEXT } from '@zvit/domain';
import { BecauseDto, Nullable } from '@zvit/evidence';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { CitationWishDto, MOST_ITEMS } from '../records/citation-wish.dto.js';
import { CitedWishDto } from '../records/cited-wish.dto.js';

/** One act of a party in its role. */
export class ActWishDto {
  /** By the vocabulary of participation acts. */
  @IsString()
  @MaxLength(TEXT.page)
  act: string;

  /** When it was done (EDTF); null where no source says. */
  @Nullable()
  @IsString()
  @MaxLength(TEXT.page)
  happened: string | null;

  @IsOptional()
  @IsIn(EXTENTS)
  extent?: Extent;

  /** At least one: each act is a statement of its own. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => CitationWishDto)
  citations?: CitationWishDto[];
}

/** What a source says of the end, where none is known. */
class EndWishDto {
  /** open: a source shows that it still stood at attestedUntil; unknown: no source says. Absent: unknown. */
  @IsOptional()
  @IsIn(PARTICIPATION_ENDS)
  end?: ParticipationEnd;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  attestedUntil?: string;
}

/** One more act, with what is known of the end now. */
export class RecordedActDto extends IntersectionType(ActWishDto, EndWishDto) {}

/** A participation as it should read. */
export class ParticipationWishDto extends IntersectionType(CitedWishDto, EndWishDto) {
  /** The party, by the data's own name. */
  @IsString()
  @MaxLength(TEXT.page)
  party: string;

  /** By the vocabulary of participant roles; a party with two roles has two participations. */
  @IsString()
  @MaxLength(TEXT.page)
  role: string;

  /** When it began (EDTF), null where not known. With acts it follows from them and need not be given. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  since?: string | null;

  /** When it ended (EDTF), null where no end is known. With acts it follows from them and need not be given. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  until?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => ActWishDto)
  acts?: ActWishDto[];
}

/** The whole participation as it should read, and why. Its class is raised by an act of its own. */
export class RevisedParticipationDto extends IntersectionType(
  OmitType(ParticipationWishDto, ['class'] as const),
  BecauseDto,
) {}
