import { type Classification, classOf, type Rank } from '@zvit/domain';
import { CitationDto, type SeenRecord } from '@zvit/evidence';
import { NamedMechanismDto } from '../reading/named.dto.js';

/** How a mechanism stands to another, seen from the one that was asked for. */
export class RelationDto {
  id: string;
  slug: string | null;
  version: number;
  class: Classification;
  type: string;
  /** out: said of this mechanism; in: said of the other one about this. */
  direction: string;
  /** The other mechanism. */
  mechanism: NamedMechanismDto;
  notes: string | null;
  citations: CitationDto[];

  static from(row: SeenRecord, isOut: boolean, other: NamedMechanismDto, citations: CitationDto[]): RelationDto {
    const { content } = row;
    return {
      id: row.id,
      slug: row.key,
      version: row.version,
      class: classOf(row.rank as Rank),
      type: content.type as string,
      direction: isOut ? 'out' : 'in',
      mechanism: other,
      notes: (content.notes ?? null) as string | null,
      citations,
    };
  }
}

export class RelationPageDto {
  items: RelationDto[];
  next: string | null;
}
