import { type Content } from '@zvit/domain';
import { type SeenRecord } from '@zvit/evidence';

export class TermDto {
  id: string;
  definition: string | null;
  /** What an act of participation does to belonging. */
  effect: string | null;
  /** Kept free, not yet used. */
  reserved: boolean;

  static from(term: Content): TermDto {
    return {
      id: term.id as string,
      definition: (term.definition ?? null) as string | null,
      effect: (term.effect ?? null) as string | null,
      reserved: term.reserved === true,
    };
  }
}

/** A closed list of words. */
export class VocabularyDto {
  id: string;
  slug: string | null;
  version: number;
  terms: TermDto[];

  static from(row: SeenRecord): VocabularyDto {
    const terms = Object.values(row.content.terms as Record<string, Content>);
    return { id: row.id, slug: row.key, version: row.version, terms: terms.map((term) => TermDto.from(term)) };
  }
}

export class VocabularyPageDto {
  items: VocabularyDto[];
  next: string | null;
}
