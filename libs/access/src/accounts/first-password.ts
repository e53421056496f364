import { Injectable } from '@nestjs/common';
import { type Json, refuseFaults, Refusal } from '@zvit/domain';
import { type Db, Store } from '@zvit/store';
import { sha256 } from '../secrets.js';
import { accountState, type AccountState } from './account-state.js';
import { passwordFaults } from './account-rules.js';
import { Passwords } from './passwords.js';

/** Gives an account its first password, for who holds its one-time link: they act for themselves, and nobody else ever knew it. */
@Injectable()
export class SetFirstPassword {
  constructor(
    private readonly store: Store,
    private readonly passwords: Passwords,
  ) {}

  async run({ token, password }: { token: string; password: string }): Promise<void> {
    // The link before the password: hashing costs, and this address is open to everybody.
    const { person } = await this.invited(this.store.db, token);
    refuseFaults(passwordFaults(password));
    const { encoded, digest } = await this.passwords.hash(password);
    await this.store.write({ person }, async (tx) => {
      const { id } = await this.invited(tx, token);
      const fields = new Map<string, Json>([['/credential', digest]]);
      await tx.append({ act: 'account.set-credential', record: { type: 'account', id }, fields });
      await tx.insert('credential', { account_id: id, encoded });
      await tx.run('DELETE FROM invitation WHERE account_id = ?', [id]);
    });
  }

  /** The account that a link is for, while it holds: active, and without a password. */
  private async invited(db: Pick<Db, 'get' | 'all'>, token: string): Promise<AccountState> {
    const row = await db.get<{ account_id: string }>(
      'SELECT account_id FROM invitation WHERE hash = ? AND account_id IS NOT NULL AND expires_at > ?',
      [sha256(token), this.store.clock.now()],
    );
    const account = row && (await accountState(db, row.account_id));
    if (account?.state !== 'active' || account.digest !== null)
      throw new Refusal('not-logged-in', 'This link does not hold, or holds no more.');
    return account;
  }
}
