import { type Db } from '../db.js';

export interface StoredEntry {
  readonly seq: number;
  readonly bytes: string;
  readonly leaf_hash: string;
  readonly disclosures: readonly { readonly digest: string; readonly encoded: string }[];
}

const PAGE = 500;

/** All entries in their order with their disclosures, a page at a time. */
export async function* readEntries(db: Db): AsyncGenerator<StoredEntry> {
  let after = 0;
  for (;;) {
    const entries = await db.all<{ seq: number; bytes: string; leaf_hash: string }>(
      'SELECT seq, bytes, leaf_hash FROM entry WHERE seq > ? ORDER BY seq LIMIT ?',
      [after, PAGE],
    );
    const last = entries.at(-1);
    if (!last) return;
    const rows = await db.all<{ seq: number; digest: string; encoded: string }>(
      'SELECT seq, digest, encoded FROM disclosure WHERE seq > ? AND seq <= ? ORDER BY seq, digest',
      [after, last.seq],
    );
    let next = 0;
    for (const entry of entries) {
      const from = next;
      while (next < rows.length && rows[next]!.seq === entry.seq) next += 1;
      yield { ...entry, disclosures: rows.slice(from, next) };
    }
    after = last.seq;
  }
}
