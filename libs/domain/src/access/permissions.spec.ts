import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Rank, RANK } from './classes.js';
import { type Action, GUARDED_ROLES, may, PERMISSIONS, type Role, ROLES, type Sight, sightOf } from './permissions.js';

// As a person would read it. Written out here a second time on purpose: who widens a right says so in two places.
const TABLE = `
                     editor  approver  diplomat  auditor  admin
record.read             x        x         x        x       .
history.read            x        x         x        x       x
history.export          x        x         .        x       .
ledger.verify           .        .         .        x       .
event.write             x        .         .        .       .
participation.write     x        .         .        .       .
source.write            x        .         .        .       .
condition.write         x        .         .        .       .
register.write          x        .         .        .       .
mechanism.write         x        .         .        .       .
record.classify         x        .         .        .       .
transition.propose      x        .         .        .       .
transition.approve      .        x         .        .       .
transition.reject       .        x         .        .       .
transition.withdraw     x        .         .        .       .
condition.propose       x        .         .        .       .
condition.approve       .        x         .        .       .
import.run              x        .         .        .       .
account.read            .        .         .        x       x
account.write           .        .         .        .       x
account.approve         .        .         .        .       x
journal.read            .        .         .        x       x
token.write             x        x         x        x       x
session.own             x        x         x        x       x
metrics.read            .        .         .        .       x
`;

const [head = '', ...lines] = TABLE.trim().split('\n');
const columns = head.trim().split(/\s+/) as Role[];
const rows = new Map(
  lines.map((line) => {
    const [action = '', ...signs] = line.split(/\s+/);
    return [action as Action, columns.filter((_, index) => signs[index] === 'x')];
  }),
);
const actions = Object.keys(PERMISSIONS) as Action[];
const someRoles = fc.subarray([...ROLES]);

describe('who may do what', () => {
  it('is asked of every role and every action there is', () => {
    expect(columns).toEqual(ROLES);
    expect([...rows.keys()].sort()).toEqual([...actions].sort());
  });

  it.each(actions)('%s', (action) => {
    expect(ROLES.filter((role) => may([role], action))).toEqual(rows.get(action));
  });

  it('is the union over the roles of a person, and nothing without a role', () => {
    fc.assert(
      fc.property(someRoles, fc.constantFrom(...actions), (roles, action) => {
        expect(may(roles, action)).toBe(roles.some((role) => rows.get(action)!.includes(role)));
      }),
    );
    expect(actions.filter((action) => may([], action))).toEqual([]);
  });

  it('takes a role that it does not know for none', () => {
    const stranger = ['owner', 'constructor', ''] as unknown as Role[];
    expect(actions.filter((action) => may(stranger, action))).toEqual([]);
  });

  it('lets auditors read everything and change nothing but their own', () => {
    const changing = actions.filter((action) => !/\.(read|export|verify)$/.test(action));
    expect(changing.filter((action) => may(['auditor'], action))).toEqual(['token.write', 'session.own']);
  });

  it('gives administrators no right on content', () => {
    const content = /^(record|event|participation|source|condition|transition|import)\./;
    expect(actions.filter((action) => content.test(action) && may(['admin'], action))).toEqual([]);
  });

  it('gives no role both sides of a proposal', () => {
    const both = ROLES.filter(
      (role) =>
        actions.some((action) => action.endsWith('.propose') && may([role], action)) &&
        actions.some((action) => /^(transition|condition)\.(approve|reject)$/.test(action) && may([role], action)),
    );
    expect(both).toEqual([]);
  });

  it('guards the roles by which a status changes', () => {
    const moving = ROLES.filter((role) => may([role], 'transition.propose') || may([role], 'transition.approve'));
    expect(GUARDED_ROLES).toEqual(moving);
  });
});

describe('what a person may see', () => {
  it.each<[Role[], Sight]>([
    [['diplomat'], [0, 1]],
    [['editor'], [0, 1, 2]],
    [['approver'], [0, 1, 2]],
    [['auditor'], [0, 1, 2, 3]],
    [['admin'], [3]],
    [[], []],
    [
      ['admin', 'diplomat'],
      [0, 1, 3],
    ],
    [
      ['diplomat', 'editor', 'approver'],
      [0, 1, 2],
    ],
  ])('as %j is %j', (roles, sight) => {
    expect(sightOf(roles)).toEqual(sight);
  });

  it('is the union over the roles, ascending, each rank once, in whatever order they are given', () => {
    fc.assert(
      fc.property(someRoles, (roles) => {
        const sight = sightOf(roles);
        expect(sightOf([...roles, ...roles].reverse())).toEqual(sight);
        expect(sight).toEqual(Object.values(RANK).filter((rank: Rank) => sight.includes(rank)));
        for (const rank of Object.values(RANK))
          expect(sight.includes(rank)).toBe(roles.some((role) => sightOf([role]).includes(rank)));
      }),
    );
  });

  it('is content only for those who may read the record', () => {
    fc.assert(
      fc.property(someRoles, (roles) => {
        expect(sightOf(roles).some((rank) => rank !== RANK.people)).toBe(may(roles, 'record.read'));
      }),
    );
  });
});
