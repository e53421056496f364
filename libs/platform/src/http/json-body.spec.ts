import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@zvit/domain';
import fc from 'fast-check';
import { readJson } from './json-body.js';
import { jsonDepth } from './json-depth.js';
import { duplicateKeys, jsonFaults } from './json-faults.js';

const bytes = (text: string) => new TextEncoder().encode(text);

/** How deep a value nests, counted on the value itself. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('a body of JSON', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        fc.pre(jsonFaults(JSON.parse(text)).length === 0);
        expect(readJson(bytes(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('of any bytes is an object or a refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (body) => {
        try {
          expect(typeof readJson(body)).toBe('object');
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
    );
  });

  it('has its depth counted without being parsed', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 2 }), (value, indent) => {
        expect(jsonDepth(JSON.stringify(value, null, indent), 100)).toBe(depthOf(value));
      }),
    );
    expect(jsonDepth('['.repeat(1_000_000), 64)).toBe(65);
  });

  it('takes 64 levels and no more', () => {
    const nested = (levels: number) => bytes(`{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`);
    expect(depthOf(readJson(nested(64)))).toBe(64);
    expect(() => readJson(nested(65))).toThrow(/64 levels/);
  });

  it('has no key twice in one object, however it is written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => expect(duplicateKeys(JSON.stringify(value, null, 1))).toEqual([])),
    );
    for (const text of ['{"a":1,"a":2}', '{"a":{"b":[{"c":1,"\\u0063"\n: 2}]}}', '{"x":"a","y":[],"x":1}'])
      expect(duplicateKeys(text)).toHaveLength(1);
  });
});
