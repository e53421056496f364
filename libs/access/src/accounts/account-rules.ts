import { type Fault, GUARDED_ROLES, isWellFormed, type Role, ROLES } from '@zvit/domain';
import { type AccountState } from './account-state.js';

/** User names as people type them and as they are kept: folded to lower case, so that no two differ in case alone. */
export const foldUsername = (typed: string): string => typed.trim().normalize('NFC').toLowerCase();

export const USERNAME = /^[a-z0-9][a-z0-9._-]{2,59}$/;
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

export function usernameFaults(folded: string, pointer = '/username'): Fault[] {
  if (USERNAME.test(folded)) return [];
  const detail = '3 to 60 characters: letters a to z, digits, dot, underscore, hyphen; a letter or digit first.';
  return [{ pointer, code: 'wrong-type', detail }];
}

/** Length alone, counted in code points: rules of composition make passwords worse, not better (NIST SP 800-63B). */
export function passwordFaults(password: string, pointer = '/password'): Fault[] {
  const length = Array.from(password).length;
  const { least, most } = PASSWORD_LENGTH;
  if (!isWellFormed(password) || password.includes('\0'))
    return [{ pointer, code: 'forbidden-text', detail: 'A password is well-formed text without NUL.' }];
  if (length < least) return [{ pointer, code: 'missing', detail: `A password has at least ${least} characters.` }];
  if (length > most) return [{ pointer, code: 'too-long', detail: `A password has at most ${most} characters.` }];
  return [];
}

/** Roles in the order of the table, each once: equal sets are equal lists. */
export const sortRoles = (roles: readonly Role[]): Role[] => ROLES.filter((role) => roles.includes(role));

/** Administrators as well: whoever made a second one alone could agree with themselves. */
const AGREED_ROLES: readonly Role[] = [...GUARDED_ROLES, 'admin'];

/** The roles among these that nobody gives alone where there is a second administrator. */
export const agreedRoles = (roles: readonly Role[]): readonly Role[] =>
  roles.filter((role) => AGREED_ROLES.includes(role));

export type Standing = Pick<AccountState, 'person' | 'roles' | 'state'>;

/** Whether a change lets an account do what it could not: roles given (in use or not), or an account with such roles enabled. */
export function givesPower(
  before: Pick<Standing, 'roles' | 'state'>,
  after: Pick<Standing, 'roles' | 'state'>,
): boolean {
  const enabled = before.state === 'disabled' && after.state === 'active';
  return agreedRoles(after.roles).some((role) => enabled || !before.roles.includes(role));
}

export const administers = ({ roles, state }: Pick<Standing, 'roles' | 'state'>): boolean =>
  state === 'active' && roles.includes('admin');

/** Whether a change removes an administrator of another person than the one who acts: the other pair of the four eyes. */
export const removesColleague = (person: string, before: Standing, after: Standing): boolean =>
  before.person !== person && administers(before) && !administers(after);
