import { type Content, type Json } from '@zvit/domain';
import { type Tx } from '@zvit/store';

/** The highest ordinal that any act of a participation ever had. Ordinals are never used again. */
export async function lastOrdinal(tx: Tx, id: string): Promise<number> {
  const row = await tx.get<{ n: number | null }>('SELECT max(n) AS n FROM participation_act WHERE record_id = ?', [id]);
  return row?.n ?? 0;
}

/** Acts of a revision under their final ordinals: one that says what it said before keeps its own, any other gets a new one. */
export function actsByOrdinal(before: Content, after: Content, last: number): Content {
  if (after.acts === undefined) return after;
  const was = Object.entries((before.acts ?? {}) as Content);
  const acts: Record<string, Json> = {};
  let next = last + 1;
  for (const act of Object.values(after.acts as Content)) {
    const same = was.find(([ordinal, old]) => !(ordinal in acts) && isSame(old, act));
    acts[same?.[0] ?? String(next)] = act;
    if (same === undefined) next += 1;
  }
  return { ...after, acts };
}

/** Whether two acts are the same act; what they rest on may differ. */
function isSame(a: Json, b: Json): boolean {
  const said = ({ act, date, extent }: Content) => JSON.stringify([act, date, extent ?? null]);
  return said(a as Content) === said(b as Content);
}
