import { type Json, Refusal, type Role, toFields } from '@zvit/domain';
import { type Appended, type Tx } from '@zvit/store';
import { accountNamed, type AccountState } from './account-state.js';
import { sortRoles } from './account-rules.js';
import { type HashedPassword } from './passwords.js';

export interface NewAccount {
  readonly id: string;
  /** Id of the person, and the name if that person is new too. */
  readonly person: string;
  readonly name?: string;
  /** Folded. */
  readonly username: string;
  readonly roles: readonly Role[];
  /** Null when the person sets the first one by a link. */
  readonly password: HashedPassword | null;
}

/**
 * Records an account and, if new, its person. The account comes first: the first entry of an act carries the client's key, and
 * by it the act is found again.
 */
export async function recordAccount(tx: Tx, account: NewAccount): Promise<Appended> {
  const { id, person, name, username, roles, password } = account;
  if (await accountNamed(tx, username)) throw taken();
  const content = {
    person,
    username,
    roles: sortRoles(roles),
    state: 'active',
    ...(password && { credential: password.digest }),
  };
  const added = await tx.append({ act: 'account.add', record: { type: 'account', id }, fields: toFields(content) });
  if (name !== undefined)
    await tx.append({ act: 'person.add', record: { type: 'person', id: person }, fields: toFields({ name }) });
  if (password) await tx.insert('credential', { account_id: id, encoded: password.encoded });
  return added;
}

/** What of an account is to be another: its roles, all of them, or its state. */
export type AccountChange = { readonly roles: readonly Role[] } | { readonly state: AccountState['state'] };

/** Records what is wished for, to be approved by another administrator. */
export async function proposeChange(tx: Tx, id: string, change: AccountChange, reason?: string): Promise<Appended> {
  const record = await tx.get<{ version: number }>('SELECT version FROM record WHERE id = ?', [id]);
  const number = (record?.version ?? 0) + 1;
  const wished = 'roles' in change ? { roles: sortRoles(change.roles) } : change;
  const fields = new Map<string, Json>([
    ...toFields({ proposals: { [number]: wished } }),
    // Rests on nothing that moves: a new password must not unmake it, and nothing else can be proposed while it is open.
    ['restsOn', []],
  ]);
  if (reason !== undefined) fields.set('reason', reason);
  return tx.append({ act: 'account.propose-change', record: { type: 'account', id }, fields });
}

const taken = () =>
  new Refusal('already-exists', 'This user name is taken.', {
    faults: [{ pointer: '/username', code: 'duplicate', detail: 'This user name is taken.' }],
  });
