import { type Content, readDate } from '@zvit/domain';
import { type WritableDb } from '../db.js';
import { FOREVER } from '../tables/versioned.js';
import { firstCitation } from './citations.js';

interface ActContent {
  readonly act: string;
  readonly date: string | null;
  readonly extent?: 'within' | 'throughout';
}

/** Earliest and latest day of a date that has been checked before it was recorded. */
export function bounds(edtf: unknown, extent?: unknown): { earliest: string | null; latest: string | null } {
  if (typeof edtf !== 'string') return { earliest: null, latest: null };
  const read = readDate(edtf, extent as 'within' | 'throughout' | undefined, '');
  return read.span ? { earliest: read.span.earliest, latest: read.span.latest } : { earliest: null, latest: null };
}

/** Keeps one row an act of participation in step with the record: unchanged acts keep the row they have. */
export async function applyActs(tx: WritableDb, id: string, content: Content, seq: number): Promise<void> {
  const acts = (content.acts ?? {}) as unknown as Record<string, ActContent>;
  const standing = await tx.all('SELECT * FROM participation_act WHERE record_id = ? AND until_seq = ?', [id, FOREVER]);
  const rows = new Map<number, Record<string, string | number | null>>();
  for (const [ordinal, act] of Object.entries(acts)) {
    const n = Number(ordinal);
    const path = `/acts/${ordinal}`;
    rows.set(n, {
      record_id: id,
      n,
      from_seq: seq,
      until_seq: FOREVER,
      mechanism_id: content.mechanism as string,
      party_id: content.party as string,
      act: act.act,
      ...bounds(act.date, act.extent),
      path,
      cited: await firstCitation(tx, id, path),
    });
  }
  for (const row of standing) {
    const next = rows.get(row.n as number);
    const same = next && Object.keys(next).every((name) => name === 'from_seq' || next[name] === row[name]);
    if (same) rows.delete(row.n as number);
    else
      await tx.run('UPDATE participation_act SET until_seq = ? WHERE record_id = ? AND n = ? AND until_seq = ?', [
        seq,
        id,
        row.n!,
        FOREVER,
      ]);
  }
  for (const row of rows.values()) await tx.insert('participation_act', row);
}
