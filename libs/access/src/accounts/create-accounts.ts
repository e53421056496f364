import { type Actor, type Fault, recordId, refuseFaults, Refusal, type Role } from '@zvit/domain';
import { type Store } from '@zvit/store';
import { randomBytes } from 'node:crypto';
import { foldUsername, passwordFaults } from './account-rules.js';
import { accountNamed } from './account-state.js';
import { wishFaults } from './add-account.js';
import { hasNoAccounts } from './first-administrator.js';
import { recordAccount } from './new-account.js';
import { type HashedPassword, Passwords } from './passwords.js';

/** An account of an installation that begins with several. */
export interface InitialAccount {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly password: string;
  /** User name of an account before this one in the list, whose person this one belongs to as well. */
  readonly samePersonAs?: string;
}

/**
 * Makes the accounts of an empty installation (a demonstration, a test) in one write, by the first administrator of the list;
 * nobody has to agree, since nobody was there before. Refuses where there are accounts. Answers them in the order given.
 */
export async function createAccounts(
  store: Store,
  list: readonly InitialAccount[],
  passwords = new Passwords(),
): Promise<(Actor & { username: string })[]> {
  refuseFaults(
    list.flatMap((wish, at): Fault[] => {
      const faults = [...wishFaults(wish), ...passwordFaults(wish.password)];
      return faults.map((fault) => ({ ...fault, pointer: `/${at}${fault.pointer}` }));
    }),
  );
  const persons = new Map<string, string>();
  const made: (Actor & { username: string; name?: string; hashed: HashedPassword })[] = [];
  for (const wish of list) {
    const username = foldUsername(wish.username);
    const known = wish.samePersonAs === undefined ? undefined : persons.get(foldUsername(wish.samePersonAs));
    const person = known ?? recordId(randomBytes(16));
    persons.set(username, person);
    const account = recordId(randomBytes(16));
    const name = known === undefined ? wish.name : undefined;
    made.push({ person, account, roles: wish.roles, username, name, hashed: await passwords.hash(wish.password) });
  }
  const first = made.find(({ roles }) => roles.includes('admin'));
  if (!first) throw new Refusal('blocked', 'An installation begins with an administrator.');
  await store.write(first, async (tx) => {
    if (!(await hasNoAccounts(tx))) throw new Refusal('already-exists', 'This installation has accounts.');
    for (const { account: id, person, name, username, roles, hashed: password } of made)
      await recordAccount(tx, { id, person, name, username, roles, password });
  });
  return made.map(({ person, account, roles, username }) => ({ person, account, roles, username }));
}

/** Who acts when an operator's command names somebody by their user name. */
export async function actorNamed(store: Pick<Store, 'db'>, username: string): Promise<Actor> {
  const account = await accountNamed(store.db, foldUsername(username));
  if (account?.state !== 'active') throw new Refusal('not-found', 'There is no active account of this user name.');
  return { person: account.person, account: account.id, roles: account.roles };
}
