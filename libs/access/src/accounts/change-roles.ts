import { Injectable } from '@nestjs/common';
import { type Actor, type Json, Refusal, type Role } from '@zvit/domain';
import { type Idempotency, openProposal, type Receipt, Store, type Tx } from '@zvit/store';
import { sortRoles } from './account-rules.js';
import { accountState, type AccountState } from './account-state.js';
import { keepAnAdministrator, takesTwo } from './administrators.js';
import { proposeChange } from './new-account.js';

export interface RolesWish {
  readonly roles: readonly Role[];
  readonly reason?: string;
  /** The version of the account that was read. */
  readonly version: number;
}

/** Gives an account other roles, or proposes to where it takes a second administrator (`takesTwo`). */
@Injectable()
export class ChangeRoles {
  constructor(private readonly store: Store) {}

  run(actor: Actor, id: string, wish: RolesWish, idempotency?: Idempotency): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const account = await standingAccount(tx, id, wish.version);
        const roles = sortRoles(wish.roles);
        if (roles.join() === sortRoles(account.roles).join()) throw blocked('nothing-changes', 'It has these roles.');
        if (await openProposal(tx, id)) throw blocked('proposal-open', 'Something else is proposed already.');
        const after = { ...account, roles };
        await keepAnAdministrator(tx, after);
        if (await takesTwo(tx, actor.person, account, after)) return proposeChange(tx, id, { roles }, wish.reason);
        const fields = new Map<string, Json>([['/roles', roles]]);
        if (wish.reason !== undefined) fields.set('reason', wish.reason);
        return tx.append({ act: 'account.change', record: { type: 'account', id }, fields });
      },
      idempotency,
    );
  }
}

/** The account if it is known and stands at the version that was read. */
export async function standingAccount(tx: Tx, id: string, version?: number): Promise<AccountState> {
  const account = await accountState(tx, id);
  if (!account) throw new Refusal('not-found', 'There is no such account.');
  if (version !== undefined && version !== account.version)
    throw new Refusal(
      'version-changed',
      `This account has moved on to version ${account.version}; ${version} was read.`,
    );
  return account;
}

export const blocked = (code: string, sentence: string) => new Refusal('blocked', sentence, { blockers: [{ code }] });
