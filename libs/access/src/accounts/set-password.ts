import { Injectable } from '@nestjs/common';
import { type Actor, type Json, refuseFaults, Refusal } from '@zvit/domain';
import { Store } from '@zvit/store';
import { LogIn } from '../sessions/log-in.js';
import { endSessions } from '../sessions/sessions.js';
import { inPerson } from '../sessions/in-person.js';
import { accountState } from './account-state.js';
import { passwordFaults } from './account-rules.js';
import { Passwords } from './passwords.js';

/**
 * Gives one's own account another password; all its other sessions end. An administrator can't do this for somebody else:
 * whoever sets the password of an approver could approve.
 */
@Injectable()
export class SetPassword {
  constructor(
    private readonly store: Store,
    private readonly passwords: Passwords,
    private readonly logIn: LogIn,
  ) {}

  async run(actor: Actor, wish: { current: string; password: string }, keptSession = ''): Promise<void> {
    inPerson(actor);
    refuseFaults(passwordFaults(wish.password));
    const account = await accountState(this.store.db, actor.account);
    if (!account) throw new Refusal('not-found', 'There is no such account.');
    await this.logIn.check(account.username, wish.current, actor.address ?? '');
    const { encoded, digest } = await this.passwords.hash(wish.password);
    await this.store.write(actor, async (tx) => {
      const fields = new Map<string, Json>([['/credential', digest]]);
      await tx.append({ act: 'account.set-credential', record: { type: 'account', id: account.id }, fields });
      await tx.run('UPDATE credential SET encoded = ? WHERE account_id = ?', [encoded, account.id]);
      await endSessions(tx, actor.person, account.id, keptSession);
    });
  }
}
