import { Injectable } from '@nestjs/common';
import { type Actor, checkText, type Fault, refuseFaults, Refusal, type Role, TEXT } from '@zvit/domain';
import { type Idempotency, type Receipt, Store } from '@zvit/store';
import { agreedRoles, foldUsername, usernameFaults } from './account-rules.js';
import { personName } from './account-state.js';
import { hasSecondAdministrator } from './administrators.js';
import { type Invitation, inviteAccount } from './invite-account.js';
import { proposeChange, recordAccount } from './new-account.js';

export interface AccountWish {
  readonly username: string;
  /** Who the account belongs to: the name of somebody new, or the id of a person who is known. */
  readonly name?: string;
  readonly person?: string;
  readonly roles: readonly Role[];
}

/**
 * Adds an account. Where there is a second administrator, the roles of editor, approver and administrator wait for them: the
 * account begins without, and all that was wished for is proposed in the same transaction. It has no password: who it belongs to sets
 * the first one by a one-time link, so that no administrator ever knew it.
 */
@Injectable()
export class AddAccount {
  constructor(private readonly store: Store) {}

  async run(
    actor: Actor,
    wish: AccountWish,
    idempotency?: Idempotency,
  ): Promise<Receipt & { invitation: Invitation | null }> {
    refuseFaults(wishFaults(wish));
    let invitation: Invitation | null = null;
    const receipt = await this.store.act(
      actor,
      async (tx) => {
        if (wish.person !== undefined && (await personName(tx, wish.person)) === undefined) throw unknownPerson();
        const agreed = agreedRoles(wish.roles);
        const waits = agreed.length > 0 && (await hasSecondAdministrator(tx, actor.person));
        const id = tx.newId();
        const added = await recordAccount(tx, {
          id,
          person: wish.person ?? tx.newId(),
          name: wish.name?.trim(),
          username: foldUsername(wish.username),
          roles: waits ? wish.roles.filter((role) => !agreed.includes(role)) : wish.roles,
          password: null,
        });
        if (waits) await proposeChange(tx, id, { roles: wish.roles });
        invitation = await inviteAccount(tx, actor, id);
        return added;
      },
      idempotency,
    );
    // Asked again by the same key: the account stands, and its link was shown once.
    return { ...receipt, invitation };
  }
}

/** Every fault that can be seen without looking into the record. */
export function wishFaults({ username, name, person }: Omit<AccountWish, 'roles'>): Fault[] {
  const faults = usernameFaults(foldUsername(username));
  if (name !== undefined && person !== undefined)
    faults.push({ pointer: '/person', code: 'contradiction', detail: 'Give a new name or a known person, not both.' });
  if (name === undefined && person === undefined)
    faults.push({ pointer: '/name', code: 'missing', detail: 'Whose account is this? Give a name or a known person.' });
  if (name !== undefined) faults.push(...checkText(name, TEXT.line, '/name'));
  return faults;
}

const unknownPerson = () =>
  new Refusal('invalid-input', 'There is no such person.', {
    faults: [{ pointer: '/person', code: 'unknown-reference', detail: 'There is no such person.' }],
  });
