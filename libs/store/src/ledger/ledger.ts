import { type Entry, type Fields, type Json, type RecordType, Refusal } from '@zvit/domain';
import { completedNodes } from '@zvit/proof';
import { type WritableDb } from '../db.js';
import { type Projections } from '../projection/projections.js';
import { fits, seal, type SealedEntry } from './entry-codec.js';

/** What an act wants recorded; the ledger adds position, instant and version. */
export interface Draft {
  readonly act: string;
  readonly record: { readonly type: RecordType; readonly id: string };
  readonly fields: ReadonlyMap<string, Json>;
  readonly batch?: string;
}

/** One appended entry and the hash of its leaf in hexadecimal. */
export interface Appended {
  readonly entry: Entry;
  readonly leafHash: string;
}

/**
 * The end of the ledger within one write. It is read after the write holds the lock, so nobody else can be appending;
 * the state of what was appended and not yet committed lives and dies with the transaction.
 */
export class LedgerEnd {
  private constructor(
    private readonly tx: WritableDb,
    private readonly projections: Projections,
    private seq: number,
    private recordedAt: string,
  ) {}

  static async read(tx: WritableDb, projections: Projections): Promise<LedgerEnd> {
    const last = await tx.get<{ seq: number; recorded_at: string }>(
      'SELECT seq, recorded_at FROM act ORDER BY seq DESC LIMIT 1',
    );
    return new LedgerEnd(tx, projections, last?.seq ?? 0, last?.recorded_at ?? '');
  }

  /** Appends one entry and carries it into the tables. `now` is used unless the clock was set back: time never does. */
  async append(actor: string, draft: Draft, now: string): Promise<Appended> {
    const recordedAt = now < this.recordedAt ? this.recordedAt : now;
    const version = await this.nextVersion(draft.record.id);
    // In one order always, so that tables made anew from the entries come out equal to the byte.
    const fields: Fields = new Map([...draft.fields].sort(([a], [b]) => (a < b ? -1 : 1)));
    const sealed = seal({
      seq: this.seq + 1,
      recordedAt,
      actor,
      act: draft.act,
      record: draft.record,
      version,
      ...(draft.batch === undefined ? {} : { batch: draft.batch }),
      fields,
    });
    if (!fits(sealed)) throw new Refusal('invalid-input', 'This act has more fields than one entry can hold.');
    await this.store(sealed);
    this.seq = sealed.entry.seq;
    this.recordedAt = recordedAt;
    const leafHash = sealed.leafHash.toString('hex');
    await this.projections.apply(this.tx, sealed.entry, leafHash);
    return { entry: sealed.entry, leafHash };
  }

  private async nextVersion(id: string): Promise<number> {
    const record = await this.tx.get<{ version: number }>('SELECT version FROM record WHERE id = ?', [id]);
    return (record?.version ?? 0) + 1;
  }

  private async store(sealed: SealedEntry): Promise<void> {
    const { seq } = sealed.entry;
    await this.tx.insert('entry', { seq, bytes: sealed.bytes, leaf_hash: sealed.leafHash.toString('hex') });
    for (const { digest, encoded } of sealed.disclosures) await this.tx.insert('disclosure', { seq, digest, encoded });
    await growTree(this.tx, seq - 1, sealed.leafHash);
  }
}

/** Adds the subtrees that become complete with leaf `index` (counted from 0). */
export async function growTree(tx: WritableDb, index: number, leaf: Buffer): Promise<void> {
  const nodes = await completedNodes(index, leaf, (level, position) => readNode(tx, level, position));
  for (const node of nodes)
    await tx.insert('tree_node', { level: node.level, position: node.index, hash: node.hash.toString('hex') });
}

/** A stored complete subtree; level 0 are the leaves. */
export async function readNode(db: Pick<WritableDb, 'get'>, level: number, position: number): Promise<Buffer> {
  const row =
    level === 0
      ? await db.get<{ hash: string }>('SELECT leaf_hash AS hash FROM entry WHERE seq = ?', [position + 1])
      : await db.get<{ hash: string }>('SELECT hash FROM tree_node WHERE level = ? AND position = ?', [
          level,
          position,
        ]);
  if (!row) throw new Error(`the tree lacks node ${position} of level ${level}`);
  return Buffer.from(row.hash, 'hex');
}
