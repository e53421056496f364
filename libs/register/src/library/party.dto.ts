import { type Classification, classOf, type Content, type Rank } from '@zvit/domain';
import { KnownPageQuery, type SeenRecord } from '@zvit/evidence';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { NamesDto } from '../reading/named.dto.js';

export class PartiesQuery extends KnownPageQuery {
  @IsOptional()
  @IsIn(['state', 'organisation'])
  type?: string;

  /** Words of the names, the abbreviation or the data's own name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  text?: string;
}

/** A state or an organisation. */
export class PartyDto {
  /** The data's own name: ISO 3166-1 alpha-2, or org-… */
  id: string;
  /** The opaque id, by which history speaks of it. */
  recordId: string;
  version: number;
  class: Classification;
  /** state or organisation. */
  type: string;
  /** ISO 3166-1 alpha-2, for states that have one. */
  iso: string | null;
  names: NamesDto;
  abbreviation: string | null;

  static from(row: SeenRecord): PartyDto {
    const { content } = row;
    return {
      id: row.key ?? row.id,
      recordId: row.id,
      version: row.version,
      class: classOf(row.rank as Rank),
      type: content.type as string,
      iso: content.iso as string | null,
      names: NamesDto.from(content.names as Content),
      abbreviation: (content.abbreviation ?? null) as string | null,
    };
  }
}

export class PartyPageDto {
  items: PartyDto[];
  next: string | null;
}
