import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Json } from '../entry.js';
import { checkLeaf, checkText, isWellFormed, shorten } from './check-leaf.js';
import { type Lookup } from './lookup.js';
import { type Leaf } from './shape.js';

const look: Lookup = {
  terms: (name) => (name === 'kinds' ? new Set(['court', 'status:<to>', '']) : undefined),
  has: (type, id) => type === 'party' && id === 'known',
  classedAbove: () => false,
};
const codes = (leaf: Exclude<Leaf, { is: 'date' }>, value: Json) =>
  checkLeaf(leaf, value, '/at', look).map(({ pointer, code }) => `${pointer} ${code}`);
const long = 'x'.repeat(200);

describe('a leaf', () => {
  it.each<[Exclude<Leaf, { is: 'date' }>, Json[]]>([
    [{ is: 'flag' }, [true, false]],
    [{ is: 'whole', min: 1, max: 3 }, [1, 2, 3, 2.0]],
    [{ is: 'number' }, [0, -1.5, 2 ** 53 - 1, 1 - 2 ** 53]],
    [{ is: 'text', max: 3 }, ['a', 'abc', 'і', '\ta\n']],
    [{ is: 'texts', max: 3 }, [[], ['a'], ['a', 'a', 'abc']]],
    [{ is: 'party-or-name' }, ['known', 'Somebody', 'x'.repeat(300)]],
    [{ is: 'one-of', values: ['en', 'nl'] }, ['en', 'nl']],
    [{ is: 'term', vocabulary: 'kinds' }, ['court', 'status:open', 'status:', 'status:<to>']],
    [{ is: 'term', vocabulary: 'not-yet-there' }, ['anything']],
    [{ is: 'record', type: 'party' }, ['known']],
    [{ is: 'record', type: 'party', or: ['mechanism'] }, ['known', 'mechanism']],
  ])('%j takes %j', (leaf, values) => {
    for (const value of values) expect([value, codes(leaf, value)]).toEqual([value, []]);
  });

  it.each<[Exclude<Leaf, { is: 'date' }>, string, Json[]]>([
    [{ is: 'flag' }, 'wrong-type', [0, 1, 'true', [], {}]],
    [{ is: 'whole', min: 1, max: 3 }, 'wrong-type', [0, 4, 1.5, '2', true, NaN, Infinity, [2], {}]],
    [{ is: 'number' }, 'wrong-type', ['1', 2 ** 53, -(2 ** 53), NaN, -Infinity, true, [1], {}]],
    [{ is: 'text', max: 3 }, 'wrong-type', [1, true, ['a'], {}]],
    [{ is: 'text', max: 3 }, 'missing', ['', ' ', '\t\n', '\u00A0']],
    [{ is: 'text', max: 3 }, 'too-long', ['abcd', '😀😀']],
    [{ is: 'texts', max: 3 }, 'wrong-type', ['abc', 1, {}, true]],
    [{ is: 'party-or-name' }, 'too-long', ['x'.repeat(301)]],
    [{ is: 'party-or-name' }, 'wrong-type', [1, {}]],
    [{ is: 'one-of', values: ['en', 'nl'] }, 'not-in-vocabulary', ['', 'EN', 'en ', 'constructor', '__proto__']],
    [{ is: 'one-of', values: ['en', 'nl'] }, 'wrong-type', [1, ['en'], {}]],
    [{ is: 'term', vocabulary: 'kinds' }, 'not-in-vocabulary', ['Court', 'status', 'to', 'x status:open', long]],
    [{ is: 'term', vocabulary: 'kinds' }, 'wrong-type', [1, ['court'], {}, false]],
    [{ is: 'record', type: 'party' }, 'unknown-reference', ['nobody', '', 'mechanism', long]],
    [{ is: 'record', type: 'source' }, 'unknown-reference', ['known']],
    [{ is: 'record', type: 'party', or: ['mechanism'] }, 'unknown-reference', ['Mechanism']],
    [{ is: 'record', type: 'party' }, 'wrong-type', [0, ['known'], {}]],
  ])('%j refuses as %s: %j', (leaf, code, values) => {
    for (const value of values) expect([value, codes(leaf, value)]).toEqual([value, [`/at ${code}`]]);
  });

  it('of several texts names each that is none, by its place', () => {
    expect(codes({ is: 'texts', max: 3 }, ['a', '', 1, 'abcd', null, 'a\0'])).toEqual([
      '/at/1 missing',
      '/at/2 wrong-type',
      '/at/3 too-long',
      '/at/4 wrong-type',
      '/at/5 forbidden-text',
    ]);
  });

  it('says what would do, and repeats no more than the beginning of what was sent', () => {
    const detail = (leaf: Exclude<Leaf, { is: 'date' }>, value: Json) => checkLeaf(leaf, value, '', look)[0]!.detail;
    expect(detail({ is: 'whole', min: 1, max: 3 }, 9)).toContain('from 1 to 3');
    expect(detail({ is: 'one-of', values: ['en', 'nl'] }, 'de')).toContain('en, nl');
    expect(detail({ is: 'text', max: 3 }, 'abcd')).toBe('At most 3 characters; these are 4.');
    expect(detail({ is: 'term', vocabulary: 'kinds' }, 'tribune')).toBe('tribune is not among the kinds.');
    expect(detail({ is: 'term', vocabulary: 'kinds' }, long)).toBe(`${'x'.repeat(80)}… is not among the kinds.`);
    expect(detail({ is: 'record', type: 'party' }, long)).toBe(`There is no party ${'x'.repeat(80)}….`);
  });

  it('names exactly one rule for one value that is no text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue() as fc.Arbitrary<Json>, fc.double()), (value) => {
        const leaves = [
          { is: 'text', max: 5 },
          { is: 'one-of', values: [] },
          { is: 'record', type: 'event' },
        ] as const;
        for (const leaf of leaves) {
          const found = codes(leaf, value);
          if (typeof value !== 'string') expect(found).toEqual(['/at wrong-type']);
          else if (leaf.is !== 'text') expect(found).toHaveLength(1);
        }
      }),
    );
  });
});

describe('text', () => {
  it('may hold line ends and tabs, and no other control character', () => {
    const controls = Array.from({ length: 0x100 }, (_, code) => String.fromCharCode(code)).filter((sign) =>
      /\p{Cc}/u.test(sign),
    );
    const allowed = controls.filter((sign) => checkText(`a${sign}b`, 10, '').length === 0);
    expect(controls).toHaveLength(65);
    expect(allowed).toEqual(['\t', '\n', '\r']);
  });

  it.each(['\uD800', '\uDFFF', 'a\uDC00b', '\uDE00\uD83D', '😀\uD83D'])(
    'may hold no half of a character: %j',
    (value) => {
      expect(checkText(value, 10, '/t')).toMatchObject([{ pointer: '/t', code: 'forbidden-text' }]);
      expect(isWellFormed(value)).toBe(false);
    },
  );

  it('has every fault at once', () => {
    expect(checkText('abcd\0', 3, '/t').map(({ code }) => code)).toEqual(['too-long', 'forbidden-text']);
    expect(checkText('    ', 3, '/t').map(({ code }) => code)).toEqual(['missing', 'too-long']);
  });

  it('is well-formed exactly where UTF-8 can carry it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 0xff_ff }), fc.integer({ min: 0xd7_fe, max: 0xe0_02 }))),
        (units) => {
          const value = String.fromCharCode(...units);
          expect(isWellFormed(value)).toBe(Buffer.from(value, 'utf8').toString('utf8') === value);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is shortened for a sentence from 81 units on', () => {
    expect(shorten('x'.repeat(80))).toBe('x'.repeat(80));
    expect(shorten('x'.repeat(81))).toBe(`${'x'.repeat(80)}…`);
    expect(shorten(`${'x'.repeat(79)}😀`)).toBe(`${'x'.repeat(79)}…`);
    expect(shorten('a\uD800b😀')).toBe('ab😀');
  });
});
