import { type Content, type ContentType, type Json } from '@zvit/domain';
import { type Db } from '@zvit/store';

/**
 * Lists of a revision under their final ordinals: an item that says what it said keeps its own, whatever it rests on now; any
 * other gets one that the record never had.
 */
export async function itemsInPlace(
  db: Db,
  type: ContentType,
  id: string,
  lists: readonly string[],
  before: Content,
  after: Content,
): Promise<Content> {
  const placed: Record<string, Json> = { ...after };
  for (const list of lists) {
    if (after[list] === undefined) continue;
    const last = await lastOrdinal(db, type, id, list);
    placed[list] = inPlace((before[list] ?? {}) as Content, after[list] as Content, last);
  }
  return placed;
}

/** Items under the ordinals they have, or new ones from `last` + 1 on. */
export function inPlace(before: Content, after: Content, last: number): Content {
  const items: Record<string, Json> = {};
  let next = last + 1;
  for (const item of Object.values(after)) {
    const same = Object.keys(before).find((n) => !(n in items) && says(before[n]!) === says(item));
    items[same ?? String(next)] = item;
    if (same === undefined) next += 1;
  }
  return items;
}

/** What an item says, apart from what it rests on; the order of its members says nothing. */
function says(item: Json): string {
  const members = Object.entries(item as Content).filter(([name]) => name !== 'citations');
  return JSON.stringify(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The highest ordinal that any item of a list ever had. Ordinals are never used again. */
async function lastOrdinal(db: Db, type: ContentType, id: string, list: string): Promise<number> {
  const rows = await db.all<{ content: string }>(`SELECT content FROM "${type}" WHERE id = ?`, [id]);
  const ordinals = rows.flatMap((row) => Object.keys(((JSON.parse(row.content) as Content)[list] ?? {}) as Content));
  return ordinals.reduce((most, n) => Math.max(most, Number(n)), 0);
}
