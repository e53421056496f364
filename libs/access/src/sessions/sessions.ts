import { Injectable } from '@nestjs/common';
import { type Actor, type Role } from '@zvit/domain';
import { FOREVER, Store, type Tx } from '@zvit/store';
import { append } from '../journal/access-journal.js';
import { later, newSecret, sha256 } from '../secrets.js';

/** A session ends after so many seconds, used or not: 12 hours. */
export const LONGEST_SESSION = 12 * 60 * 60;
/** A session that nobody uses ends after so many seconds: 2 hours. */
export const LONGEST_REST = 2 * 60 * 60;
/** Use is noted once in so many seconds: each note is a write. */
const NOTED_EVERY = 60;

export interface SessionRow {
  readonly id_hash: string;
  readonly account_id: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly seen_at: string;
}

@Injectable()
export class Sessions {
  constructor(private readonly store: Store) {}

  /** Whose session this is, if it holds. The roles are those of the account now, not those at log-in. */
  async actorOf(secret: string, address?: string): Promise<Actor | undefined> {
    const now = this.store.clock.now();
    const row = await this.store.db.get<SessionRow & { content: string }>(
      `SELECT session.*, account.content FROM session JOIN account ON account.id = session.account_id
       WHERE session.id_hash = ? AND session.revoked_at IS NULL AND session.expires_at > ? AND session.seen_at > ?
         AND account.until_seq = ? AND account.state = 'active'`,
      [sha256(secret), now, later(now, -LONGEST_REST), FOREVER],
    );
    if (!row) return undefined;
    const { person, roles } = JSON.parse(row.content) as { person: string; roles: readonly Role[] };
    if (row.seen_at <= later(now, -NOTED_EVERY)) await this.noteUse(person, row.id_hash);
    return { person, account: row.account_id, roles, address };
  }

  /** The sessions of an account that hold, the newest first. */
  async ofAccount(account: string): Promise<SessionRow[]> {
    const now = this.store.clock.now();
    return this.store.db.all<SessionRow>(
      `SELECT id_hash, account_id, created_at, expires_at, seen_at FROM session
       WHERE account_id = ? AND revoked_at IS NULL AND expires_at > ? AND seen_at > ?
       ORDER BY created_at DESC, id_hash`,
      [account, now, later(now, -LONGEST_REST)],
    );
  }

  private async noteUse(person: string, idHash: string): Promise<void> {
    await this.store.write({ person }, (tx) =>
      tx.run('UPDATE session SET seen_at = ? WHERE id_hash = ? AND seen_at < ?', [tx.now, idHash, tx.now]),
    );
  }
}

/**
 * Opens a session within a write and answers its secret, of which only the hash stays here. Beginning and end of each session
 * stand in the access journal, by which the table is checked.
 */
export async function openSession(tx: Tx, { person, account, address }: Actor): Promise<string> {
  const secret = newSecret();
  // What has ended is of no use to anybody; the journal tells of it for good.
  await tx.run('DELETE FROM session WHERE expires_at < ?', [tx.now]);
  await tx.insert('session', {
    id_hash: sha256(secret),
    account_id: account,
    created_at: tx.now,
    expires_at: later(tx.now, LONGEST_SESSION),
    seen_at: tx.now,
    revoked_at: null,
  });
  await append(tx, { kind: 'log-in', person, account, subject: sha256(secret), address });
  return secret;
}

/** Ends one session of an account; answers whether there was one to end. `by` is the person who ends it. */
export async function endSession(tx: Tx, by: string, account: string, idHash: string): Promise<boolean> {
  const sql = 'SELECT 1 AS found FROM session WHERE id_hash = ? AND account_id = ? AND revoked_at IS NULL';
  if (!(await tx.get(sql, [idHash, account]))) return false;
  await tx.run('UPDATE session SET revoked_at = ? WHERE id_hash = ?', [tx.now, idHash]);
  await append(tx, { kind: 'log-out', person: by, account, subject: idHash });
  return true;
}

/** Ends every session of an account but one. */
export async function endSessions(tx: Tx, by: string, account: string, except = ''): Promise<void> {
  const rows = await tx.all<{ id_hash: string }>(
    'SELECT id_hash FROM session WHERE account_id = ? AND revoked_at IS NULL AND id_hash <> ? ORDER BY id_hash',
    [account, except],
  );
  for (const row of rows) await endSession(tx, by, account, row.id_hash);
}
