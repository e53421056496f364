import { applyFields, type Content, isRecordId, type Json, REMOVED, toFields } from '@zvit/domain';
import { chunks } from '@zvit/evidence';
import { type Db, type View, visible } from '@zvit/store';

interface Named {
  readonly id: string;
  readonly type: string;
  readonly key: string | null;
  readonly seen: string | null;
}

/** Types that answers and requests call by the data's own names. */
const BY_KEY: ReadonlySet<string> = new Set(['party', 'source']);

/**
 * How contents name other records in an answer: parties and sources by the data's own names, others by their opaque ids. A leaf
 * that names what the person may not see is left out, and so is such an item of a list: even an id would say that it is there.
 */
export async function namesIn(
  db: Db,
  view: View,
  contents: readonly Content[],
): Promise<(content: Content) => Content> {
  const ids = new Set(contents.flatMap((content) => [...toFields(content).values()].flatMap(idsIn)));
  const named = new Map<string, Named>();
  for (const some of chunks([...ids])) {
    const rows = await db.all<Named>(
      `SELECT r.id, r.type, r.key, k.record_id AS seen FROM record r
       LEFT JOIN record_rank k ON k.record_id = r.id AND ${visible(view, 'k')}
       WHERE r.id IN (${some.map(() => '?').join(', ')})`,
      some,
    );
    for (const row of rows) named.set(row.id, row);
  }
  return (content) => {
    const fields = new Map<string, Json>();
    for (const [pointer, value] of toFields(content)) {
      const said = inAnswer(value, named);
      if (said !== value) fields.set(pointer, said);
    }
    return fields.size === 0 ? content : applyFields(content, fields);
  };
}

const itemsIn = (value: Json): readonly Json[] | null => (Array.isArray(value) ? (value as readonly Json[]) : null);

function idsIn(value: Json): string[] {
  if (typeof value === 'string') return isRecordId(value) ? [value] : [];
  return itemsIn(value)?.flatMap(idsIn) ?? [];
}

function inAnswer(value: Json, named: ReadonlyMap<string, Named>): Json {
  const items = itemsIn(value);
  if (items) {
    const said = items.map((item) => inAnswer(item, named));
    return said.some((item, at) => item !== items[at]) ? said.filter((item) => item !== REMOVED) : value;
  }
  const row = typeof value === 'string' ? named.get(value) : undefined;
  if (!row) return value;
  if (row.seen === null) return REMOVED;
  return BY_KEY.has(row.type) ? (row.key ?? row.id) : row.id;
}
