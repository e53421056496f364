import { TEXT } from '@zvit/domain';
import { BecauseDto } from '@zvit/evidence';
import { IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { IsDefined, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { CitedWishDto } from '../records/cited-wish.dto.js';
import { NamesWishDto } from '../records/names-wish.dto.js';

const PARTY_KINDS = ['state', 'organisation'] as const;

/** A state or an organisation, as it should read. */
export class PartyWishDto extends PickType(CitedWishDto, ['class'] as const) {
  /** The data’s own name, which it keeps: of a state its ISO 3166-1 code (and that, where absent), of an organisation org-… */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  id?: string;

  @IsIn(PARTY_KINDS)
  type: (typeof PARTY_KINDS)[number];

  /** ISO 3166-1 alpha-2, of states that have one. */
  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  iso?: string | null;

  @IsDefined()
  @ValidateNested()
  @Type(() => NamesWishDto)
  names: NamesWishDto;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT.page)
  abbreviation?: string | null;
}

/** The whole party as it should read, and why. Its own name stays, and so does its class. */
export class RevisedPartyDto extends IntersectionType(OmitType(PartyWishDto, ['class', 'id'] as const), BecauseDto) {}
