import { ABOUT, type Actor, Refusal, type RecordType } from '@zvit/domain';
import { refusePutAside } from '@zvit/platform';
import { randomBytes } from 'node:crypto';
import { recordId } from '@zvit/domain';
import { type Connections } from './connections/connections.js';
import { type Db, type WritableDb } from './db.js';
import { type Appended, type Draft, LedgerEnd } from './ledger/ledger.js';
import { type Projections } from './projection/projections.js';

/** Where the time comes from; tests set it. */
export interface Clock {
  /** UTC instant with milliseconds, 24 characters. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** The one way to change anything: handed to an act inside `Store.write`, worthless outside it. */
export interface Tx extends WritableDb {
  readonly now: string;
  /** A new opaque id. */
  newId(): string;
  append(draft: Draft): Promise<Appended>;
}

/** What an act answers: what was recorded, when, and where in the ledger. */
export interface Receipt {
  readonly id: string;
  readonly type: RecordType;
  readonly act: string;
  readonly version: number;
  readonly seq: number;
  readonly recordedAt: string;
  /** Hash of the entry's leaf (RFC 6962, SHA-256), hexadecimal. For a proposal: the hash that its approval has to name. */
  readonly leafHash: string;
}

/** A client's key for one act (Idempotency-Key) and the fingerprint of what it asked for, both as SHA-256 in hexadecimal. */
export interface Idempotency {
  readonly key: string;
  readonly fingerprint: string;
}

export class Store {
  private lane: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connections: Connections,
    readonly projections: Projections,
    readonly clock: Clock = systemClock,
  ) {}

  /** For reading outside a write; on SQLite a connection of its own. */
  get db(): Db {
    return this.connections.reader;
  }

  /**
   * One transaction at a time; `work` sees the state as it is after everything that was acknowledged. Nothing is kept of work on half
   * a body: whatever it does, it ends in the faults of the request that were put aside.
   */
  write<T>(actor: Pick<Actor, 'person'>, work: (tx: Tx) => Promise<T>): Promise<T> {
    const turn = this.lane.then(() => this.connections.transaction((db) => this.within(db, actor.person, work)));
    this.lane = turn.catch(() => undefined);
    return turn.catch((error: unknown) => {
      throw this.connections.translate(error);
    });
  }

  /** An act: one entry, acknowledged when it is on disk. The same key again answers what was recorded the first time. */
  async act(actor: Actor, work: (tx: Tx) => Promise<Appended>, idempotency?: Idempotency): Promise<Receipt> {
    const seq = await this.write(actor, async (tx) => {
      const earlier = idempotency && (await earlierAct(tx, actor.person, idempotency));
      if (earlier) return earlier;
      const keyed = idempotency ? withKey(tx, idempotency) : tx;
      return (await work(keyed)).entry.seq;
    });
    return receiptOf(this.db, seq);
  }

  private async within<T>(db: WritableDb, person: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    let end: LedgerEnd | undefined;
    const tx: Tx = {
      dialect: db.dialect,
      all: (sql, params) => db.all(sql, params),
      get: (sql, params) => db.get(sql, params),
      run: (sql, params) => db.run(sql, params),
      insert: (table, row) => db.insert(table, row),
      now,
      newId: () => recordId(randomBytes(16)),
      append: async (draft) => {
        refusePutAside();
        end ??= await LedgerEnd.read(db, this.projections);
        return end.append(person, draft, now);
      },
    };
    const done = await work(tx);
    refusePutAside();
    return done;
  }

  close(): Promise<void> {
    return this.lane.then(() => this.connections.close());
  }
}

async function earlierAct(tx: Tx, person: string, { key, fingerprint }: Idempotency): Promise<number | undefined> {
  const row = await tx.get<{ seq: number; fingerprint: string }>(
    'SELECT seq, fingerprint FROM act WHERE actor = ? AND idempotency_key = ?',
    [person, key],
  );
  if (row && row.fingerprint !== fingerprint)
    throw new Refusal('key-reused', 'This Idempotency-Key was used for another act.');
  return row?.seq;
}

/** The same transaction, whose first entry carries the client's key. */
function withKey(tx: Tx, { key, fingerprint }: Idempotency): Tx {
  let used = false;
  return {
    ...tx,
    append: (draft) => {
      if (used) return tx.append(draft);
      used = true;
      const fields = new Map([...draft.fields, [ABOUT.idempotencyKey, key], [ABOUT.fingerprint, fingerprint]]);
      return tx.append({ ...draft, fields });
    },
  };
}

/** What was recorded at a position of the ledger. */
export async function receiptOf(db: Db, seq: number): Promise<Receipt> {
  const row = await db.get<{
    record_id: string;
    record_type: RecordType;
    act: string;
    version: number;
    recorded_at: string;
    leaf_hash: string;
  }>('SELECT act.*, entry.leaf_hash FROM act JOIN entry ON entry.seq = act.seq WHERE act.seq = ?', [seq]);
  if (!row) throw new Error(`the ledger has no entry ${seq}`);
  return {
    id: row.record_id,
    type: row.record_type,
    act: row.act,
    version: row.version,
    seq,
    recordedAt: row.recorded_at,
    leafHash: row.leaf_hash,
  };
}
