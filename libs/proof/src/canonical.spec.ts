import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalize as second } from 'json-canonicalize';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { canonicalBytes, canonicalJson, isCanonical, type Json, ProofError, type ProofErrorCode } from './index.js';

const own = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../test/vectors/rfc8785.json'), 'utf8')) as {
  examples: { source: string; input: string; output: string }[];
  numbers: { pairs: Record<string, string>; refused: string[] };
};
const published = resolve(process.cwd(), '../shared/vectors/jcs');
const double = (bits: string) => Buffer.from(bits, 'hex').readDoubleBE(0);

function codeOf(act: () => unknown): ProofErrorCode | 'no error' {
  try {
    act();
  } catch (error) {
    if (error instanceof ProofError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('vectors of RFC 8785', () => {
  it.each(own.examples)('$source', ({ input, output }) => {
    expect(canonicalJson(JSON.parse(input))).toBe(output);
    expect([isCanonical(input), isCanonical(output)]).toEqual([false, true]);
  });

  it.each(Object.entries(own.numbers.pairs))('appendix B: %s is %s', (bits, text) => {
    expect(canonicalJson(double(bits))).toBe(text);
  });

  it.each(own.numbers.refused)('appendix B: %s is refused', (bits) => {
    expect(codeOf(() => canonicalJson(double(bits)))).toBe('not-json');
  });
});

if (existsSync(published)) {
  describe('published vectors of cyberphone/json-canonicalization', () => {
    const names = readdirSync(resolve(published, 'input'));

    it('are six', () => {
      expect(names).toHaveLength(6);
    });

    it.each(names)('%s', (name) => {
      const output = readFileSync(resolve(published, 'output', name), 'utf8');
      expect(canonicalJson(JSON.parse(readFileSync(resolve(published, 'input', name), 'utf8')))).toBe(output);
      expect(isCanonical(output)).toBe(true);
    });
  });
} else {
  it('SKIPPED the six published vectors of json-canonicalization: no ../shared/vectors/jcs beside the checkout', () => {
    process.stderr.write(
      'canonical.spec.ts: the published JCS vectors were NOT tried, ../shared/vectors is not there\n',
    );
  });
}

describe('what JSON cannot say is refused, at any depth', () => {
  const circle: unknown[] = [];
  circle.push({ circle });
  const hole = [1, 2, 3];
  // eslint-disable-next-line @typescript-eslint/no-array-delete -- the hole is the point
  delete hole[1];
  const bad: [string, unknown][] = [
    ['undefined', undefined],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['-Infinity', -Infinity],
    ['a BigInt', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a high surrogate alone', 'a\ud800'],
    ['a low surrogate alone', '\udc00a'],
    ['surrogates in the wrong order', '\udc00\ud800'],
    ['a name with a lone surrogate', { 'a\ud800': 1 }],
    ['a hole', hole],
    ['an array with a member', Object.assign([1], { extra: 1 })],
    ['a hole made up for by a member', Object.assign(new Array<number>(1), { extra: 1 })],
    ['a member under a symbol', { [Symbol('s')]: 1 }],
    ['a hidden member', Object.defineProperty({}, 'a', { value: 1 })],
    ['an object with toJSON', { toJSON: () => 1 }],
    ['an array with toJSON', Object.defineProperty([], 'toJSON', { value: () => 1 })],
    ['an object that inherits toJSON', Object.create(Object.assign(Object.create(null), { toJSON: () => 1 }))],
    ['a Date', new Date(0)],
    ['a Map', new Map([['a', 1]])],
    ['a Buffer', Buffer.of(1)],
    ['a boxed number', Object(1)],
    ['members by inheritance', Object.create({ a: 1 })],
    ['an instance', new ProofError('not-json', 'x')],
    ['a circle', circle],
  ];

  it.each(bad)('%s', (_name, value) => {
    for (const place of [value, [value], { a: value }, { a: [{ b: value }] }])
      expect(codeOf(() => canonicalJson(place))).toBe('not-json');
    expect(codeOf(() => canonicalBytes(value))).toBe('not-json');
  });

  it('and says where', () => {
    expect(() => canonicalJson({ a: [1, { b: undefined }] })).toThrow('/a/1/b: undefined has no canonical JSON');
    expect(() => canonicalJson(NaN)).toThrow('/: NaN has no canonical JSON');
  });

  it('more levels than 500, without exhausting the stack', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(isCanonical(nested(500))).toBe(true);
    expect(codeOf(() => canonicalJson(JSON.parse(nested(501))))).toBe('not-json');
    expect(isCanonical(nested(50_000))).toBe(false);
  });
});

describe('what passes', () => {
  it('is a string for every kind of value', () => {
    expect([null, true, -0, 'я', [], {}].map(canonicalJson)).toEqual(['null', 'true', '0', '"я"', '[]', '{}']);
    expect(canonicalBytes('я')).toEqual(Buffer.from([0x22, 0xd1, 0x8f, 0x22]));
  });

  it('does not change a name that means something to objects', () => {
    const text = '{"__proto__":{"a":1},"constructor":2,"toJSON":3}';
    expect(canonicalJson(JSON.parse(text))).toBe(text);
  });

  it('may hold the same object twice, have no prototype, be frozen or come from another realm', () => {
    const twice = Object.freeze({ a: 1 });
    const bare = Object.assign(Object.create(null) as object, { twice });
    expect(canonicalJson([twice, twice, bare, structuredClone({ b: [2] })])).toBe(
      '[{"a":1},{"a":1},{"twice":{"a":1}},{"b":[2]}]',
    );
  });

  it('is read once, so that it cannot answer differently after the check', () => {
    let reads = 0;
    const fickle = {
      get a() {
        return reads++ === 0 ? 1 : undefined;
      },
    };
    expect(canonicalJson(fickle)).toBe('{"a":1}');
    expect(reads).toBe(1);
  });
});

describe('isCanonical', () => {
  it.each(['{"a":1,"b":2}', '"\\u000f\\n"', '-1.5e-7', 'null'])('accepts %s', (text) => {
    expect(isCanonical(text)).toBe(true);
  });

  it.each([
    '',
    '{',
    ' {}',
    '{}\n',
    '\ufeff{}',
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"a": 1}',
    '1.0',
    '-0',
    '1e400',
    '9007199254740993',
    '"\\u0041"',
    '"\\/"',
    '"\\ud800"',
    '"\ud800"',
  ])('refuses %j', (text) => {
    expect(isCanonical(text)).toBe(false);
  });
});

describe('laws', () => {
  const json = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }) as fc.Arbitrary<Json>;
  const cyrillic = fc.string({ unit: fc.constantFrom(...Array.from('абвгґдеєжзиіїйщьюя «»—€𝄞')) });
  const record = fc.dictionary(cyrillic, fc.oneof(json, cyrillic));

  it('a second implementation writes the same', () => {
    fc.assert(
      fc.property(fc.oneof(json, record), (value) => {
        expect(canonicalJson(value)).toBe(second(value));
      }),
      { numRuns: 500 },
    );
  });

  it('what is written reads back as it was, and is canonical', () => {
    fc.assert(
      fc.property(fc.oneof(json, record), (value) => {
        const text = canonicalJson(value);
        expect(isCanonical(text)).toBe(true);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 500 },
    );
  });

  it('the order of the members says nothing', () => {
    fc.assert(
      fc.property(record, (value) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonicalJson(value));
      }),
    );
  });
});
