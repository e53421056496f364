import { type WritableDb } from '../db.js';
import { unseal } from '../ledger/entry-codec.js';
import { type Projections } from '../projection/projections.js';
import { DERIVED_TABLES } from '../tables/tables.js';
import { type Db } from '../db.js';
import { readEntries } from './read-entries.js';

/** Carries every entry of one database into the derived tables of another (or of the same, emptied before). */
export async function replay(
  from: Db,
  into: WritableDb,
  projections: Projections,
  onProgress?: (seq: number) => void,
): Promise<number> {
  let last = 0;
  for await (const stored of readEntries(from)) {
    const entry = unseal(
      stored.bytes,
      stored.disclosures.map((one) => one.encoded),
    );
    await projections.apply(into, entry, stored.leaf_hash);
    last = entry.seq;
    if (last % 1_000 === 0) onProgress?.(last);
  }
  return last;
}

/** Makes all tables anew from the entries, imported ones too, in one transaction. Returns the number of entries. */
export async function rebuild(
  tx: WritableDb,
  projections: Projections,
  onProgress?: (seq: number) => void,
): Promise<number> {
  for (const table of [...DERIVED_TABLES].reverse()) await tx.run(`DELETE FROM "${table.name}"`);
  return replay(tx, tx, projections, onProgress);
}
