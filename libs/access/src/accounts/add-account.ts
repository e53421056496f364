import { Injectable } from '@nestjs/common';
import { type Actor, checkText, type Fault, GUARDED_ROLES, refuseFaults, Refusal, type Role, TEXT } from '@zvit/domain';
import { type Idempotency, type Receipt, Store } from '@zvit/store';
import { foldUsername, gainsGuardedRole, passwordFaults, usernameFaults } from './account-rules.js';
import { personName } from './account-state.js';
import { hasSecondAdministrator } from './administrators.js';
import { proposeRoles, recordAccount } from './new-account.js';
import { Passwords } from './passwords.js';

export interface AccountWish {
  readonly username: string;
  /** Who the account belongs to: the name of somebody new, or the id of a person who is known. */
  readonly name?: string;
  readonly person?: string;
  readonly roles: readonly Role[];
  readonly password: string;
}

/**
 * Adds an account. Where there is a second administrator, the roles of editor and approver wait for them: the account begins
 * without, and all that was wished for is proposed in the same transaction.
 */
@Injectable()
export class AddAccount {
  constructor(
    private readonly store: Store,
    private readonly passwords: Passwords,
  ) {}

  async run(actor: Actor, wish: AccountWish, idempotency?: Idempotency): Promise<Receipt> {
    refuseFaults(wishFaults(wish));
    const password = await this.passwords.hash(wish.password);
    return this.store.act(
      actor,
      async (tx) => {
        if (wish.person !== undefined && (await personName(tx, wish.person)) === undefined) throw unknownPerson();
        const guarded = gainsGuardedRole([], wish.roles) && (await hasSecondAdministrator(tx, actor.person));
        const id = tx.newId();
        const added = await recordAccount(tx, {
          id,
          person: wish.person ?? tx.newId(),
          name: wish.name?.trim(),
          username: foldUsername(wish.username),
          roles: guarded ? wish.roles.filter((role) => !GUARDED_ROLES.includes(role)) : wish.roles,
          password,
        });
        if (guarded) await proposeRoles(tx, id, wish.roles);
        return added;
      },
      idempotency,
    );
  }
}

/** Every fault that can be seen without looking into the record. */
export function wishFaults({ username, name, person, password }: AccountWish): Fault[] {
  const faults = [...usernameFaults(foldUsername(username)), ...passwordFaults(password)];
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
