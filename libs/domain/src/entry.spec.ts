import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  applyFields,
  changedFields,
  type Content,
  isRemoval,
  type Json,
  pointerToken,
  REMOVED,
  toFields,
} from './entry.js';

const isGroup = (value: Json): value is Content => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What content says as plain lists, in one order: no object that could hide a member or inherit one. */
const said = (value: Json): Json =>
  isGroup(value)
    ? Object.entries(value)
        .map(([name, inner]): Json => [name, said(inner)])
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    : value;

/** Names of every kind: ordinals, signs that pointers escape, and names that every object has from birth. */
const someName = fc.oneof(
  fc.constantFrom('a', 'b', 'citations', '1', '2', '10', '01', '', '/', '~', 'a/b', '~0', '~1', '~01', 'a~1b', 'имʼя'),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const someScalar = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string({ unit: 'binary' }));
const someArray = fc.array(fc.oneof(someScalar, fc.dictionary(fc.string(), someScalar), fc.array(someScalar)));
const someLeaf: fc.Arbitrary<Json> = fc.oneof(someScalar, someArray);
/** Content without empty objects, which say nothing. Made of members of its own, so that `__proto__` can be one. */
const someGroup = (minLength: number, depth: number): fc.Arbitrary<Content> =>
  fc
    .uniqueArray(fc.tuple(someName, depth > 0 ? fc.oneof(someLeaf, someGroup(1, depth - 1)) : someLeaf), {
      minLength,
      maxLength: 5,
      selector: ([name]) => name,
    })
    .map((members): Content => Object.fromEntries<Json>(members));
const someContent = someGroup(0, 3);

/** Names that a walk over an object meets without their being its own: none, unless a prototype was reached. */
function inherited(value: Json): string[] {
  if (!isGroup(value)) return [];
  const met: string[] = [];
  for (const name in value) if (!Object.hasOwn(value, name)) met.push(name);
  return [...met, ...Object.values(value).flatMap(inherited)];
}

describe('fields', () => {
  it('are the leaves of content by their pointers; arrays are leaves', () => {
    const content: Content = {
      names: { en: 'A' },
      tags: ['x', { y: 1 }],
      citations: { 1: { source: 's' } },
      left: null,
    };
    expect([...toFields(content)].sort()).toEqual([
      ['/citations/1/source', 's'],
      ['/left', null],
      ['/names/en', 'A'],
      ['/tags', ['x', { y: 1 }]],
    ]);
    expect([...toFields({ 'a/b': { '~': false } })]).toEqual([['/a~1b/~0', false]]);
    expect([...toFields({ a: 1 }, '/proposals/2')]).toEqual([['/proposals/2/a', 1]]);
  });

  it('leave out what says nothing: empty objects and members that are undefined', () => {
    const content = { a: {}, b: { c: {} }, d: undefined, e: [] } as unknown as Content;
    expect([...toFields(content)]).toEqual([['/e', []]]);
  });

  it('have no objects as leaves, and make the same content again', () => {
    fc.assert(
      fc.property(someContent, (content) => {
        const fields = toFields(content);
        for (const [pointer, value] of fields) {
          expect(pointer[0]).toBe('/');
          expect(isGroup(value)).toBe(false);
        }
        expect(said(applyFields({}, fields))).toEqual(said(content));
      }),
    );
  });
});

describe('a pointer’s token', () => {
  it('escapes as RFC 6901 does', () => {
    expect(['a', 'a/b', 'm~n', '~1', '/~', ''].map(pointerToken)).toEqual(['a', 'a~1b', 'm~0n', '~01', '~1~0', '']);
  });

  it('tells any two names apart and holds no slash', () => {
    fc.assert(
      fc.property(someName, someName, (a, b) => {
        expect(pointerToken(a) === pointerToken(b)).toBe(a === b);
        expect(pointerToken(a)).not.toContain('/');
      }),
    );
  });
});

describe('a removal', () => {
  it('is the empty object and nothing else', () => {
    expect([REMOVED, {}, JSON.parse('{}') as Json].map(isRemoval)).toEqual([true, true, true]);
    expect([null, [], '', 0, false, { a: 1 }].map(isRemoval)).toEqual(Array(6).fill(false));
    expect(Object.isFrozen(REMOVED)).toBe(true);
  });

  it('takes away one leaf, and what becomes empty by that', () => {
    const before = { seat: { place: 'The Hague', country: 'NL' }, notes: 'x' };
    expect(applyFields(before, new Map([['/seat/place', REMOVED]]))).toEqual({ seat: { country: 'NL' }, notes: 'x' });
    const both = new Map([
      ['/seat/place', REMOVED],
      ['/seat/country', REMOVED],
    ]);
    expect(applyFields(before, both)).toEqual({ notes: 'x' });
  });

  it('of what is not there changes nothing', () => {
    const before = { a: 1, list: ['x'] };
    for (const pointer of ['/b', '/a/b', '/b/c/d', '/list/0', '/toString/name', '/__proto__/toString', '/constructor'])
      expect([pointer, applyFields(before, new Map([[pointer, REMOVED]]))]).toEqual([pointer, before]);
    expect(Object.hasOwn(Object.prototype, 'toString')).toBe(true);
  });
});

describe('applying fields', () => {
  it('sets leaves, builds the way to them and replaces arrays whole', () => {
    const before = { names: { en: 'A', nl: 'B' }, tags: ['x', 'y'] };
    const fields = new Map<string, Json>([
      ['/names/en', 'C'],
      ['/acts/2/date', null],
      ['/tags', ['z']],
    ]);
    expect(applyFields(before, fields)).toEqual({
      names: { en: 'C', nl: 'B' },
      tags: ['z'],
      acts: { 2: { date: null } },
    });
    expect(before).toEqual({ names: { en: 'A', nl: 'B' }, tags: ['x', 'y'] });
  });

  it.each<[string, Json]>([
    ['a leaf', 'x'],
    ['a null', null],
    ['an array', ['x']],
  ])('lets a group take the place of %s, and the other way about', (_, leaf) => {
    expect(applyFields({ a: leaf }, new Map([['/a/b', 1]]))).toEqual({ a: { b: 1 } });
    expect(applyFields({ a: { b: 1, c: 2 } }, new Map([['/a', leaf]]))).toEqual({ a: leaf });
  });

  it('lays a field on one place, also when the same group stands at two', () => {
    const shared = { source: 's' };
    const before = { 1: shared, 2: shared };
    expect(applyFields(before, new Map([['/1/source', 't']]))).toEqual({ 1: { source: 't' }, 2: { source: 's' } });
    expect(applyFields(before, new Map([['/1/source', REMOVED]]))).toEqual({ 2: { source: 's' } });
    expect(shared).toEqual({ source: 's' });
  });

  it('passes over fields that speak of the act', () => {
    const fields = new Map<string, Json>([
      ['reason', 'It was wrong.'],
      ['contentHash', REMOVED],
      ['/a', 2],
    ]);
    expect(applyFields({ a: 1, reason: 'own', contentHash: 'own' }, fields)).toEqual({
      a: 2,
      reason: 'own',
      contentHash: 'own',
    });
  });

  it('drops empty groups that were there before', () => {
    expect(applyFields({ a: {}, b: { c: { d: {} } }, e: 1 }, new Map())).toEqual({ e: 1 });
  });

  it('gives names that objects are born with to the content alone', () => {
    const hostile = new Map<string, Json>([
      ['/__proto__/polluted', 'yes'],
      ['/__proto__/rank', 0],
      ['/a/__proto__', ['x']],
      ['/constructor/prototype/polluted', 'yes'],
      ['/toString', 'text'],
    ]);
    const after = applyFields({}, hostile);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(inherited(after)).toEqual([]);
    expect(new Map([...toFields(after)].sort())).toEqual(new Map([...hostile].sort()));
    const kept = applyFields(after, new Map([['/__proto__/rank', REMOVED]]));
    expect(JSON.stringify(kept)).toContain('"__proto__":{"polluted":"yes"}');
  });
});

describe('changed fields', () => {
  it('are what differs and no more', () => {
    const before = { names: { en: 'A', nl: 'B' }, tags: ['x'], gone: { deep: 1 }, same: null };
    const after = { names: { en: 'C', nl: 'B' }, tags: ['x', 'y'], fresh: false, same: null };
    expect(changedFields(before, after)).toEqual(
      new Map<string, Json>([
        ['/names/en', 'C'],
        ['/tags', ['x', 'y']],
        ['/fresh', false],
        ['/gone/deep', REMOVED],
      ]),
    );
  });

  it('tell null, absent, false, 0 and empty text from each other', () => {
    const values: (Json | undefined)[] = [undefined, null, false, 0, '', '0', 'null', [], [null]];
    for (const was of values)
      for (const is of values) {
        const content = (value: Json | undefined): Content => (value === undefined ? {} : { a: value });
        expect([was, is, changedFields(content(was), content(is)).size]).toEqual([was, is, was === is ? 0 : 1]);
      }
  });

  it('turn any content into any other, as they stand in an entry and in whatever order', () => {
    fc.assert(
      fc.property(someContent, someContent, (before, after) => {
        const untouched = JSON.stringify(before);
        const changes = [...changedFields(before, after)];
        const kept = JSON.parse(JSON.stringify(changes)) as [string, Json][];
        for (const order of [changes, kept, kept.toReversed(), kept.toSorted(([a], [b]) => (a < b ? -1 : 1))]) {
          const result = applyFields(before, new Map(order));
          expect(said(result)).toEqual(said(after));
          expect(inherited(result)).toEqual([]);
        }
        expect(JSON.stringify(before)).toBe(untouched);
      }),
      { numRuns: 200 },
    );
  });

  it('each state one difference: without any one of them the other content is not reached', () => {
    fc.assert(
      fc.property(someContent, someContent, (before, after) => {
        const changes = changedFields(before, after);
        for (const pointer of changes.keys()) {
          const rest = new Map([...changes].filter(([other]) => other !== pointer));
          const reached = toFields(applyFields(before, rest));
          const value = changes.get(pointer)!;
          // A removal may be spared where something else takes the place of the leaf or of what held it.
          if (!isRemoval(value)) expect(JSON.stringify(reached.get(pointer))).not.toBe(JSON.stringify(value));
        }
        expect(changedFields(before, before).size).toBe(0);
      }),
    );
  });

  it('laid one upon another make the newest content, as the ledger is replayed', () => {
    fc.assert(
      fc.property(fc.array(someContent, { minLength: 1, maxLength: 6 }), (versions) => {
        let standing: Content = {};
        let replayed: Content = {};
        for (const version of versions) {
          replayed = applyFields(replayed, changedFields(standing, version));
          standing = version;
        }
        expect(said(replayed)).toEqual(said(versions.at(-1)!));
      }),
    );
  });
});
