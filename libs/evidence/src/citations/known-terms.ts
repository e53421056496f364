import { type Fault, refuseFaults } from '@zvit/domain';
import { type Db, type View, visible } from '@zvit/store';

/** A filter of a query: its pointer, the vocabularies that its values may come from, the values. */
export type AskedTerms = readonly [
  pointer: string,
  vocabularies: readonly string[],
  asked: string | readonly string[] | undefined,
];

/**
 * Refuses what no vocabulary knows: a filter that can match nothing is a slip of the pen, not an empty answer. All filters are
 * looked at at once. Where the record has no such vocabulary yet, every word is taken.
 */
export async function refuseUnknownTerms(db: Db, view: View, filters: readonly AskedTerms[]): Promise<void> {
  const asked = filters.filter(([, , values]) => values !== undefined && values.length > 0);
  if (asked.length === 0) return;
  const known = await vocabularies(
    db,
    view,
    asked.flatMap(([, names]) => names),
  );
  refuseFaults(
    asked.flatMap(([pointer, names, values]): Fault[] => {
      const terms = names.flatMap((name) => known.get(name) ?? []);
      if (terms.length === 0) return [];
      return [values!].flat().flatMap((value) => (terms.includes(value) ? [] : [notInVocabulary(pointer, value)]));
    }),
  );
}

export const notInVocabulary = (pointer: string, value: string): Fault => ({
  pointer,
  code: 'not-in-vocabulary',
  detail: `${value.slice(0, 80)} is not among the terms that the record knows.`,
});

async function vocabularies(db: Db, view: View, names: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.all<{ key: string; content: string }>(
    `SELECT v.key, v.content FROM vocabulary v WHERE v.key IN (${names.map(() => '?').join(', ')}) AND ${visible(view, 'v')}`,
    names,
  );
  return new Map(
    rows.map(({ key, content }) => {
      const { terms } = JSON.parse(content) as { terms: Record<string, { id: string }> };
      return [key, Object.values(terms).map((term) => term.id)];
    }),
  );
}
