import { type Actor, Refusal } from '@zvit/domain';
import { type Receipt, type Store } from '@zvit/store';
import { foldUsername } from './account-rules.js';
import { accountNamed } from './account-state.js';
import { keepAnAdministrator } from './administrators.js';
import { blocked } from './change-roles.js';
import { setState } from './change-state.js';

/**
 * Disables an account at the operator's word, in the name of an administrator, and asks nobody else: the way out where the other
 * administrator has left for good. Whoever can run it holds the database anyway; the reason says who it was.
 */
export async function disableByOperator(store: Store, actor: Actor, username: string): Promise<Receipt> {
  if (!actor.roles.includes('admin')) throw new Refusal('missing-role', 'Only an administrator disables an account.');
  return store.act(actor, async (tx) => {
    const account = await accountNamed(tx, foldUsername(username));
    if (!account) throw new Refusal('not-found', 'There is no account of this user name.');
    if (account.state === 'disabled') throw blocked('nothing-changes', 'This account is disabled.');
    await keepAnAdministrator(tx, { ...account, state: 'disabled' });
    return setState(tx, actor.person, account.id, 'disabled', 'by the operator');
  });
}
