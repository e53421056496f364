import { type Classification, classOf, type Rank } from '@zvit/domain';
import { type SeenRecord } from '@zvit/evidence';
import { MechanismRefDto } from './named.dto.js';

/** The members of an answer's class: answers are plain objects, and may be spread. */
export type Plain<T> = Pick<T, keyof T>;

/** What every record of a mechanism says of itself. */
export class HeadDto {
  /** The opaque id. */
  id: string;
  /** The data's own name, where it has one. */
  slug: string | null;
  mechanism: MechanismRefDto;
  /** How often the record was written; changes name it in If-Match. */
  version: number;
  class: Classification;
  /** Language of its texts. */
  lang: string | null;
  /** Editor's remarks. */
  notes: string | null;
}

export function headOf(row: SeenRecord): Plain<HeadDto> {
  const { content } = row;
  return {
    id: row.id,
    slug: row.key,
    mechanism: { id: row.mechanismId ?? '', slug: row.mechanismSlug },
    version: row.version,
    class: classOf(row.rank as Rank),
    lang: (content.lang ?? null) as string | null,
    notes: (content.notes ?? null) as string | null,
  };
}
