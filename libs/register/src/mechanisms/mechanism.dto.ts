import { type Classification, classOf, type Content, type Rank } from '@zvit/domain';
import { CitationDto, type Citations, type SeenRecord } from '@zvit/evidence';
import { type Plain } from '../reading/head.dto.js';
import { NamesDto } from '../reading/named.dto.js';
import { StatusDto } from './status.dto.js';

/** When the record of a mechanism last changed, as far as the reader may know. */
export class LastChangeDto {
  seq: number;
  recordedAt: string;
}

/** A mechanism in a list. */
export class MechanismItemDto {
  id: string;
  slug: string | null;
  kind: string;
  names: NamesDto;
  abbreviations: string[];
  /** The status on the day that was asked for; null before the first. */
  status: StatusDto | null;
  version: number;
  class: Classification;
  /** Whether the mechanism as such is attested. */
  verified: boolean;
  lastChange: LastChangeDto | null;

  static from(row: SeenRecord, status: StatusDto | null, lastChange: LastChangeDto | null): MechanismItemDto {
    const { content } = row;
    return {
      id: row.id,
      slug: row.key,
      kind: content.kind as string,
      names: NamesDto.from(content.names as Content),
      abbreviations: content.abbreviations as string[],
      status,
      version: row.version,
      class: classOf(row.rank as Rank),
      verified: content.verified === true,
      lastChange,
    };
  }
}

export class MechanismPageDto {
  items: MechanismItemDto[];
  next: string | null;
}

export class AliasDto {
  value: string;
  lang: string;
  note: string | null;
}

export class SeatDto {
  place: string | null;
  country: string | null;
  notes: string | null;
  citations: CitationDto[];

  static from(seat: Content, citations: CitationDto[]): SeatDto {
    const { place, country, notes = null } = seat as Record<string, string | null>;
    return { place: place ?? null, country: country ?? null, notes, citations };
  }
}

export class LegalBasisDto {
  text: string;
  citations: CitationDto[];
}

export class MechanismStatusLabelDto {
  id: string;
  names: NamesDto;
  definition: string;
}

export class MechanismLifecycleDto {
  id: string;
  slug: string | null;
  statuses: MechanismStatusLabelDto[];

  static from(row: SeenRecord): MechanismLifecycleDto {
    const statuses = Object.values(row.content.statuses as Record<string, Content>);
    return {
      id: row.id,
      slug: row.key,
      statuses: statuses.map((status) => ({
        id: status.id as string,
        names: NamesDto.from(status),
        definition: status.definition as string,
      })),
    };
  }
}

/** The whole record of a mechanism as such. */
export class MechanismDto extends MechanismItemDto {
  aliases: AliasDto[];
  description: string;
  seat: SeatDto | null;
  hostInstitution: string | null;
  legalBases: LegalBasisDto[];
  website: string | null;
  lang: string | null;
  lifecycle: MechanismLifecycleDto | null;

  static whole(
    row: SeenRecord,
    item: Plain<MechanismItemDto>,
    lifecycle: MechanismLifecycleDto | null,
    citations: Citations,
  ): MechanismDto {
    const { content } = row;
    const aliases = Object.values((content.aliases ?? {}) as Record<string, Content>);
    const bases = Object.entries((content.legalBases ?? {}) as Record<string, Content>);
    return {
      ...item,
      aliases: aliases.map((alias) => ({
        value: alias.value as string,
        lang: alias.lang as string,
        note: (alias.note ?? null) as string | null,
      })),
      description: content.description as string,
      seat: content.seat ? SeatDto.from(content.seat as Content, citations.of(row.id, '/seat')) : null,
      hostInstitution: content.hostInstitution as string | null,
      legalBases: bases.map(([n, basis]) => ({
        text: basis.text as string,
        citations: citations.of(row.id, `/legalBases/${n}`),
      })),
      website: content.website as string | null,
      lang: (content.lang ?? null) as string | null,
      lifecycle,
    };
  }
}
