import { type Content } from '@zvit/domain';
import { recordsById, type SeenRecord } from '@zvit/evidence';
import { type Db, type View } from '@zvit/store';

/** What something is called in the three languages. */
export class NamesDto {
  en: string;
  nl: string;
  uk: string;

  static from(content: Content): NamesDto {
    const { en, nl, uk } = content as unknown as NamesDto;
    return { en, nl, uk };
  }
}

/** A mechanism that a record belongs to. */
export class MechanismRefDto {
  id: string;
  slug: string | null;
}

/** A mechanism with its names. */
export class NamedMechanismDto extends MechanismRefDto {
  names: NamesDto;

  static from(row: SeenRecord): NamedMechanismDto {
    return { id: row.id, slug: row.key, names: NamesDto.from(row.content.names as Content) };
  }
}

/** A state or organisation. */
export class PartyRefDto {
  /** The data's own name: ISO 3166-1 alpha-2, or org-… */
  id: string;
  /** state or organisation. */
  type: string;
  names: NamesDto;

  static from(row: SeenRecord): PartyRefDto {
    const { type, names } = row.content;
    return { id: row.key ?? row.id, type: type as string, names: NamesDto.from(names as Content) };
  }
}

/** Parties by opaque id, as a view shows them. */
export async function partiesById(db: Db, view: View, ids: Iterable<string>): Promise<Map<string, PartyRefDto>> {
  const rows = await recordsById(db, view, 'party', ids);
  return new Map([...rows].map(([id, row]) => [id, PartyRefDto.from(row)]));
}
