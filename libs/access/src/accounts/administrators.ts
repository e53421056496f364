import { Refusal } from '@zvit/domain';
import { type Db } from '@zvit/store';
import { type AccountState, allAccounts } from './account-state.js';

type Reading = Pick<Db, 'get' | 'all'>;

const administers = ({ roles, state }: Pick<AccountState, 'roles' | 'state'>): boolean =>
  state === 'active' && roles.includes('admin');

/** Whether another person than this one is an active administrator, through any account. */
export async function hasSecondAdministrator(db: Reading, person: string): Promise<boolean> {
  return (await allAccounts(db)).some((account) => administers(account) && account.person !== person);
}

/** Refuses to leave nobody in charge: after the change of one account there has to be an active administrator. */
export async function keepAnAdministrator(
  db: Reading,
  after: Pick<AccountState, 'id' | 'roles' | 'state'>,
): Promise<void> {
  const others = (await allAccounts(db)).filter((account) => account.id !== after.id);
  if (administers(after) || others.some(administers)) return;
  throw new Refusal('blocked', 'This is the last active administrator: make another one first.', {
    blockers: [{ code: 'last-administrator' }],
  });
}
