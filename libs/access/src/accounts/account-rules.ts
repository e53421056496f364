import { type Fault, GUARDED_ROLES, isWellFormed, type Role, ROLES } from '@zvit/domain';

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

/** Whether going from some roles to others makes somebody editor or approver. */
export const gainsGuardedRole = (from: readonly Role[], to: readonly Role[]): boolean =>
  GUARDED_ROLES.some((role) => to.includes(role) && !from.includes(role));
