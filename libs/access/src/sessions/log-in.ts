import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@zvit/domain';
import { Store } from '@zvit/store';
import { accountNamed, accountState, type AccountState } from '../accounts/account-state.js';
import { foldUsername } from '../accounts/account-rules.js';
import { Passwords } from '../accounts/passwords.js';
import { AccessJournal } from '../journal/access-journal.js';
import { sha256 } from '../secrets.js';
import { LogInLimits } from './log-in-limits.js';
import { endSession, openSession } from './sessions.js';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  /** The session that the browser had; it ends, so that nobody goes on with one that was planted. */
  readonly before?: { readonly account: string; readonly idHash: string };
}

/** Opens a session for who knows the password of an account. Every failure looks and takes the same. */
@Injectable()
export class LogIn {
  constructor(
    private readonly store: Store,
    private readonly passwords: Passwords,
    private readonly limits: LogInLimits,
    private readonly journal: AccessJournal,
  ) {}

  async run({ username, password, address, before }: Credentials): Promise<{ actor: Actor; secret: string }> {
    const account = await this.check(foldUsername(username), password, address);
    const actor: Actor = { person: account.person, account: account.id, roles: account.roles, address };
    return this.store.write(actor, async (tx) => {
      // It may have been disabled while the password was checked.
      if ((await accountState(tx, account.id))?.state !== 'active') throw wrongCredentials();
      if (before) await endSession(tx, actor.person, before.account, before.idHash);
      const secret = await openSession(tx, actor);
      return { actor, secret };
    });
  }

  /** The account whose password this is. Used again by whoever changes a password: that is guessing, too. */
  async check(name: string, password: string, address: string): Promise<AccountState> {
    const found = await this.limits.attempt(address, sha256(name), async () => {
      const account = await accountNamed(this.store.db, name);
      const matches = await this.passwords.matches(password, account);
      if (account && matches && account.state === 'active') return account;
      const known = account && { person: account.person, account: account.id };
      await this.journal.write({ kind: 'log-in-failed', ...known, subject: sha256(name), address });
      return undefined;
    });
    if (!found) throw wrongCredentials();
    return found;
  }
}

const wrongCredentials = () => new Refusal('wrong-credentials', 'User name or password is wrong.');
