import { Injectable } from '@nestjs/common';
import { type Actor, type Json } from '@zvit/domain';
import { type Receipt, Store } from '@zvit/store';
import { endSessions } from '../sessions/sessions.js';
import { keepAnAdministrator } from './administrators.js';
import { blocked, standingAccount } from './change-roles.js';

export interface StateWish {
  readonly state: 'active' | 'disabled';
  readonly reason?: string;
  /** The version of the account that was read. */
  readonly version: number;
}

/** Disables an account, its sessions and tokens with it, or enables it again. */
@Injectable()
export class ChangeState {
  constructor(private readonly store: Store) {}

  run(actor: Actor, id: string, { state, reason, version }: StateWish): Promise<Receipt> {
    return this.store.act(actor, async (tx) => {
      const account = await standingAccount(tx, id, version);
      if (account.state === state) throw blocked('nothing-changes', `This account is ${state}.`);
      await keepAnAdministrator(tx, { ...account, state });
      if (state === 'disabled') await endSessions(tx, actor.person, id);
      const fields = new Map<string, Json>([['/state', state]]);
      if (reason !== undefined) fields.set('reason', reason);
      const verb = state === 'disabled' ? 'disable' : 'enable';
      return tx.append({ act: `account.${verb}`, record: { type: 'account', id }, fields });
    });
  }
}
