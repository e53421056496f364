import { Injectable } from '@nestjs/common';
import { type Actor, type Json } from '@zvit/domain';
import { type Appended, openProposal, type Receipt, Store, type Tx } from '@zvit/store';
import { endSessions } from '../sessions/sessions.js';
import { type AccountState } from './account-state.js';
import { keepAnAdministrator, takesTwo } from './administrators.js';
import { blocked, standingAccount } from './change-roles.js';
import { proposeChange } from './new-account.js';

export interface StateWish {
  readonly state: 'active' | 'disabled';
  readonly reason?: string;
  /** The version of the account that was read. */
  readonly version: number;
}

/** Disables an account or enables it again, or proposes to where it takes a second administrator (`takesTwo`). */
@Injectable()
export class ChangeState {
  constructor(private readonly store: Store) {}

  run(actor: Actor, id: string, { state, reason, version }: StateWish): Promise<Receipt> {
    return this.store.act(actor, async (tx) => {
      const account = await standingAccount(tx, id, version);
      const after = { ...account, state };
      if (account.state === state) throw blocked('nothing-changes', `This account is ${state}.`);
      await keepAnAdministrator(tx, after);
      if (!(await takesTwo(tx, actor.person, account, after))) return setState(tx, actor.person, id, state, reason);
      // What waits is one thing at a time; what an administrator may do alone (close an account at once) never waits for it.
      if (await openProposal(tx, id)) throw blocked('proposal-open', 'Something else is proposed already.');
      return proposeChange(tx, id, { state }, reason);
    });
  }
}

/** Records the new state; sessions and tokens of a disabled account end with it. */
export async function setState(
  tx: Tx,
  by: string,
  id: string,
  state: AccountState['state'],
  reason?: string,
): Promise<Appended> {
  if (state === 'disabled') await endSessions(tx, by, id);
  const fields = new Map<string, Json>([['/state', state]]);
  if (reason !== undefined) fields.set('reason', reason);
  const verb = state === 'disabled' ? 'disable' : 'enable';
  return tx.append({ act: `account.${verb}`, record: { type: 'account', id }, fields });
}
