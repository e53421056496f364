import { Injectable } from '@nestjs/common';
import { recordId, refuseFaults, Refusal } from '@zvit/domain';
import { type Db, type Receipt, receiptOf, Store } from '@zvit/store';
import { randomBytes } from 'node:crypto';
import { append } from '../journal/access-journal.js';
import { later, newSecret, sha256 } from '../secrets.js';
import { wishFaults } from './add-account.js';
import { foldUsername, passwordFaults } from './account-rules.js';
import { recordAccount } from './new-account.js';
import { Passwords } from './passwords.js';

/** How long the first administrator's link holds, in seconds. */
export const INVITATION_LIFE = 60 * 60;

export interface FirstWish {
  /** The secret of the link. */
  readonly token: string;
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** Whether nobody can log in yet. */
export async function hasNoAccounts(db: Pick<Db, 'get'>): Promise<boolean> {
  return (await db.get("SELECT id FROM record WHERE type = 'account' LIMIT 1")) === undefined;
}

/**
 * A one-time link for the first administrator of an empty installation; undefined when there are accounts. Links made before hold
 * no more. Only the hash is kept, and the access journal tells of each.
 */
export async function makeInvitation(store: Store): Promise<{ token: string; expiresAt: string } | undefined> {
  const token = newSecret();
  return store.write({ person: '' }, async (tx) => {
    if (!(await hasNoAccounts(tx))) return undefined;
    const expiresAt = later(tx.now, INVITATION_LIFE);
    await tx.run('DELETE FROM invitation WHERE account_id IS NULL');
    await tx.insert('invitation', { hash: sha256(token), account_id: null, expires_at: expiresAt });
    await append(tx, { kind: 'invitation', subject: sha256(token) });
    return { token, expiresAt };
  });
}

/** Makes the first administrator, for who holds the link. They act for themselves: there is nobody else yet. */
@Injectable()
export class MakeFirstAdministrator {
  constructor(
    private readonly store: Store,
    private readonly passwords: Passwords,
  ) {}

  async run(wish: FirstWish): Promise<Receipt> {
    // The link before the password: hashing costs, and this address is open to everybody.
    await this.checkLink(this.store.db, wish.token);
    refuseFaults([...wishFaults(wish), ...passwordFaults(wish.password)]);
    const password = await this.passwords.hash(wish.password);
    const person = recordId(randomBytes(16));
    const seq = await this.store.write({ person }, async (tx) => {
      await this.checkLink(tx, wish.token);
      await tx.run('DELETE FROM invitation WHERE account_id IS NULL');
      const added = await recordAccount(tx, {
        id: tx.newId(),
        person,
        name: wish.name.trim(),
        username: foldUsername(wish.username),
        roles: ['admin'],
        password,
      });
      return added.entry.seq;
    });
    return receiptOf(this.store.db, seq);
  }

  private async checkLink(db: Pick<Db, 'get'>, token: string): Promise<void> {
    const row = await db.get('SELECT hash FROM invitation WHERE hash = ? AND account_id IS NULL AND expires_at > ?', [
      sha256(token),
      this.store.clock.now(),
    ]);
    if (!row || !(await hasNoAccounts(db)))
      throw new Refusal('not-logged-in', 'This link does not hold, or holds no more.');
  }
}
