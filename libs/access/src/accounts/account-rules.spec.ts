import { describe, expect, it } from '@jest/globals';
import { type Role, ROLES } from '@zvit/domain';
import * as fc from 'fast-check';
import { administers, agreedRoles, givesPower, removesColleague, sortRoles } from './account-rules.js';

const roles = fc.subarray<Role>([...ROLES]);
const standing = fc.record({
  person: fc.constantFrom('one', 'two'),
  roles,
  state: fc.constantFrom('active', 'disabled'),
} as const);

describe('roles', () => {
  it('are a set', () => {
    expect(sortRoles(['admin', 'editor', 'admin'])).toEqual(['editor', 'admin']);
  });

  it('of editor, approver and administrator take two: an administrator made alone would agree with their maker', () => {
    expect(agreedRoles(ROLES)).toEqual(['editor', 'approver', 'admin']);
  });
});

describe('a change of an account', () => {
  const change = (from: readonly Role[], to: readonly Role[]) =>
    givesPower({ roles: from, state: 'active' }, { roles: to, state: 'active' });

  it('gives power when such a role is gained, not when it is kept or lost', () => {
    expect(change([], ['approver'])).toBe(true);
    expect(change(['approver'], ['approver', 'editor'])).toBe(true);
    expect(change(['editor'], ['editor', 'admin'])).toBe(true);
    expect(change(['editor'], ['editor', 'diplomat', 'auditor'])).toBe(false);
    expect(change(['editor', 'approver', 'admin'], [])).toBe(false);
  });

  it('gives power when an account that has such a role is enabled, never when one is disabled', () => {
    const enabled = (role: Role) =>
      givesPower({ roles: [role], state: 'disabled' }, { roles: [role], state: 'active' });
    const disabled = (role: Role) =>
      givesPower({ roles: [role], state: 'active' }, { roles: [role], state: 'disabled' });
    expect(ROLES.map(enabled)).toEqual([true, true, false, false, true]);
    expect(ROLES.map(disabled)).toEqual(ROLES.map(() => false));
  });

  it('gives no power by any sequence of changes that give none', () => {
    const powers = (account: { roles: readonly Role[]; state: string }) =>
      account.state === 'active' ? agreedRoles(account.roles) : [];
    fc.assert(
      fc.property(fc.array(standing, { minLength: 2, maxLength: 6 }), (course) => {
        let now = course[0]!;
        const first = powers(now);
        for (const next of course.slice(1)) if (!givesPower(now, next)) now = next;
        expect(first).toEqual(expect.arrayContaining([...powers(now)]));
      }),
    );
  });

  it('removes a colleague when an active administrator of another person is none any more', () => {
    fc.assert(
      fc.property(standing, standing, (before, after) => {
        const gone = before.state === 'active' && before.roles.includes('admin') && !administers(after);
        expect(removesColleague('one', before, after)).toBe(before.person === 'two' && gone);
        expect(removesColleague(before.person, before, after)).toBe(false);
      }),
    );
    const chief = { person: 'two', roles: ['admin', 'auditor'], state: 'active' } as const;
    expect(removesColleague('one', chief, { ...chief, state: 'disabled' })).toBe(true);
    expect(removesColleague('one', chief, { ...chief, roles: ['auditor'] })).toBe(true);
    expect(removesColleague('one', chief, { ...chief, roles: ['admin'] })).toBe(false);
  });
});
