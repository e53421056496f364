import { Refusal } from '@zvit/domain';
import { type Db } from '@zvit/store';
import { administers, givesPower, removesColleague } from './account-rules.js';
import { type AccountState, allAccounts } from './account-state.js';

type Reading = Pick<Db, 'get' | 'all'>;

/** Whether an account can be used as administrator: one whose first password isn't set yet agrees to nothing. */
const inCharge = (account: Pick<AccountState, 'roles' | 'state' | 'digest'>): boolean =>
  administers(account) && account.digest !== null;

/** Whether another person than this one is an active administrator, through any account. */
export async function hasSecondAdministrator(db: Reading, person: string): Promise<boolean> {
  return (await allAccounts(db)).some((account) => inCharge(account) && account.person !== person);
}

/**
 * Whether a change waits for a second administrator. A colleague is never removed alone: there is a second one then, if only the
 * one concerned, who may agree like any other.
 */
export async function takesTwo(
  db: Reading,
  person: string,
  before: AccountState,
  after: AccountState,
): Promise<boolean> {
  if (inCharge(before) && removesColleague(person, before, after)) return true;
  return givesPower(before, after) && (await hasSecondAdministrator(db, person));
}

/** Refuses to leave nobody in charge: after the change of one account there has to be an active administrator. */
export async function keepAnAdministrator(
  db: Reading,
  after: Pick<AccountState, 'id' | 'roles' | 'state' | 'digest'>,
): Promise<void> {
  const others = (await allAccounts(db)).filter((account) => account.id !== after.id);
  if (inCharge(after) || others.some(inCharge)) return;
  throw new Refusal('blocked', 'This is the last active administrator: make another one first.', {
    blockers: [{ code: 'last-administrator' }],
  });
}
