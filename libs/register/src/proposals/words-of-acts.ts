import { ABOUT } from '@zvit/domain';
import { chunks } from '@zvit/evidence';
import { type Db, unseal } from '@zvit/store';

/** When entries were recorded, and the reasons that they give, by position in the ledger. */
export interface WordsOfActs {
  at(seq: number): string;
  reason(seq: number): string | null;
}

export async function wordsOfActs(db: Db, seqs: Iterable<number>): Promise<WordsOfActs> {
  const instants = new Map<number, string>();
  const reasons = new Map<number, string>();
  for (const some of chunks([...new Set(seqs)])) {
    const marks = some.map(() => '?').join(', ');
    const entries = await db.all<{ seq: number; bytes: string }>(
      `SELECT seq, bytes FROM entry WHERE seq IN (${marks})`,
      some,
    );
    const disclosed = await db.all<{ seq: number; encoded: string }>(
      `SELECT seq, encoded FROM disclosure WHERE seq IN (${marks})`,
      some,
    );
    for (const { seq, bytes } of entries) {
      const entry = unseal(
        bytes,
        disclosed.filter((one) => one.seq === seq).map((one) => one.encoded),
      );
      const reason = entry.fields.get(ABOUT.reason);
      instants.set(seq, entry.recordedAt);
      if (typeof reason === 'string') reasons.set(seq, reason);
    }
  }
  return { at: (seq) => instants.get(seq)!, reason: (seq) => reasons.get(seq) ?? null };
}
