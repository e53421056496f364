import { Injectable } from '@nestjs/common';
import { type Actor, type ErrorCode } from '@zvit/domain';
import { Store, type Tx, type View } from '@zvit/store';
import { type JournalEvent, type JournalRow, rowBytes, rowHash } from './journal-row.js';

/** Ids in one row; an answer that showed more takes several. */
const MOST_IDS = 500;

/** Who was refused: somebody known, or an address alone. */
type Refused = Partial<Pick<Actor, 'person' | 'account' | 'token'>> & Pick<Actor, 'address'>;

/**
 * The access journal: who came, who was refused, who read what is confidential. Each row is a short write of its own, awaited by
 * the request that it speaks of: what can't be written down doesn't happen.
 */
@Injectable()
export class AccessJournal {
  constructor(private readonly store: Store) {}

  async write(event: JournalEvent): Promise<void> {
    await this.store.write({ person: event.person ?? '' }, (tx) => append(tx, event));
  }

  refused(who: Refused, route: string, code: ErrorCode): Promise<void> {
    return this.write({ kind: 'refused', ...identity(who), subject: route, code });
  }

  /** Tells which confidential records an answer shows, before it leaves. A stream has noted its own before it was returned. */
  async readRestricted(view: View): Promise<void> {
    const ids = [...view.restricted].sort();
    view.restricted.clear();
    for (let at = 0; at < ids.length; at += MOST_IDS)
      await this.write({ kind: 'read-restricted', ...identity(view.actor), subject: ids.slice(at, at + MOST_IDS) });
  }
}

/** What the journal keeps of somebody; absent members are left out of the row. */
export function identity({ person, account, token, address }: Refused): Partial<JournalEvent> {
  return {
    ...(person === undefined ? {} : { person }),
    ...(account === undefined ? {} : { account }),
    ...(token === undefined ? {} : { token }),
    ...(address === undefined ? {} : { address }),
  };
}

/** Adds a row within a write that holds the lane, so that nobody else can be adding one. */
export async function append(tx: Tx, event: JournalEvent): Promise<void> {
  const last = await tx.get<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM access_journal ORDER BY seq DESC LIMIT 1',
  );
  const row: JournalRow = { v: 1, seq: (last?.seq ?? 0) + 1, at: tx.now, prev: last?.hash ?? '', ...event };
  const bytes = rowBytes(row);
  await tx.insert('access_journal', { seq: row.seq, bytes, hash: rowHash(bytes) });
}
