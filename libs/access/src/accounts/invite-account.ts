import { Injectable } from '@nestjs/common';
import { type Actor } from '@zvit/domain';
import { Store, type Tx } from '@zvit/store';
import { append, identity } from '../journal/access-journal.js';
import { later, newSecret, sha256 } from '../secrets.js';
import { inPerson } from '../sessions/in-person.js';
import { blocked, standingAccount } from './change-roles.js';

/** How long the link to a first password holds, in seconds: seven days. */
export const FIRST_PASSWORD_LIFE = 7 * 24 * 60 * 60;

/** The secret of a one-time link, shown once, and the instant until which it holds. */
export interface Invitation {
  readonly token: string;
  readonly expiresAt: string;
}

/** Another link for an account whose first was lost or has run out. Never where there is a password: that would be a way in. */
@Injectable()
export class InviteAccount {
  constructor(private readonly store: Store) {}

  run(actor: Actor, id: string): Promise<Invitation> {
    inPerson(actor);
    return this.store.write(actor, async (tx) => {
      const account = await standingAccount(tx, id);
      if (account.digest !== null) throw blocked('has-password', 'This account has a password of its own.');
      if (account.state !== 'active') throw blocked('account-disabled', 'This account is disabled.');
      return inviteAccount(tx, actor, id);
    });
  }
}

/** Makes the link within a write; links made before hold no more. Only the hash is kept, and the access journal tells of each. */
export async function inviteAccount(tx: Tx, actor: Actor, id: string): Promise<Invitation> {
  const token = newSecret();
  const expiresAt = later(tx.now, FIRST_PASSWORD_LIFE);
  await tx.run('DELETE FROM invitation WHERE account_id = ?', [id]);
  await tx.insert('invitation', { hash: sha256(token), account_id: id, expires_at: expiresAt });
  await append(tx, { kind: 'invitation', ...identity(actor), account: id, subject: sha256(token) });
  return { token, expiresAt };
}
