import { type Content, type Json } from '@zvit/domain';
import { type Db } from '../db.js';

const isGroup = (value: Json | undefined): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The content with its citations numbered for the ledger: one that stood before keeps its ordinal, any other gets one that this
 * statement never had. A citation that is changed in a word is another citation.
 */
export async function renumbered(db: Db, id: string, before: Content, after: Content): Promise<Content> {
  const used = await db.all<{ path: string; n: number }>(
    'SELECT path, max(n) AS n FROM citation WHERE record_id = ? GROUP BY path',
    [id],
  );
  return numberGroup(new Map(used.map((row) => [row.path, row.n])), before, after, '');
}

function numberGroup(used: ReadonlyMap<string, number>, before: Content, after: Content, path: string): Content {
  return Object.fromEntries(
    Object.entries(after).map(([name, value]): [string, Json] => {
      if (!isGroup(value)) return [name, value];
      const was = isGroup(before[name]) ? before[name] : {};
      if (name === 'citations') return [name, numberCitations(used.get(path) ?? 0, was, value)];
      return [name, numberGroup(used, was, value, `${path}/${name}`)];
    }),
  );
}

function numberCitations(used: number, before: Content, after: Content): Content {
  const numbered: Record<string, Json> = {};
  let next = Math.max(used, ...Object.keys(before).map(Number)) + 1;
  for (const citation of Object.values(after)) {
    const same = Object.keys(before).find((n) => !(n in numbered) && alike(before[n]!, citation));
    numbered[same ?? String(next)] = citation;
    if (same === undefined) next += 1;
  }
  return numbered;
}

/** Whether two citations say the same, whatever the order of their members. */
function alike(a: Json, b: Json): boolean {
  const sorted = (value: Json) => JSON.stringify(isGroup(value) ? Object.entries(value).sort() : value);
  return sorted(a) === sorted(b);
}
