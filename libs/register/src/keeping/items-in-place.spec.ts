import { describe, expect, it } from '@jest/globals';
import { type Content } from '@zvit/domain';
import * as fc from 'fast-check';
import { inPlace } from './items-in-place.js';

const someItem = fc.record({ value: fc.constantFrom('a', 'b', 'c'), note: fc.constantFrom('x', 'y') });
const someList = fc
  .array(someItem, { maxLength: 6 })
  .map((items): Content => Object.fromEntries(items.map((item, index) => [String(index + 1), item])));
const saidIn = (list: Content) =>
  Object.values(list)
    .map((item) => JSON.stringify(item))
    .sort();

describe('items of a list', () => {
  it('keep their ordinals while they say the same, whatever they rest on and in whatever order they come', () => {
    const before = { 2: { value: 'a', note: 'x' }, 5: { value: 'b', citations: { 1: { source: 's' } } } };
    const after = { 1: { value: 'b', citations: { 1: { source: 't' } } }, 2: { note: 'x', value: 'a' } };
    expect(inPlace(before, after, 5)).toEqual({ 5: after[1], 2: after[2] });
  });

  it('get an ordinal after the last one when they say something else', () => {
    expect(inPlace({ 1: { value: 'a' } }, { 1: { value: 'b' }, 2: { value: 'a' } }, 7)).toEqual({
      1: { value: 'a' },
      8: { value: 'b' },
    });
  });

  it('are all there after any course of revisions, and no ordinal ever names another item', () => {
    fc.assert(
      fc.property(fc.array(someList, { minLength: 1, maxLength: 6 }), (wishes) => {
        let list: Content = {};
        let last = 0;
        const ever = new Map<string, string>();
        for (const wish of wishes) {
          list = inPlace(list, wish, last);
          expect(saidIn(list)).toEqual(saidIn(wish));
          for (const [n, item] of Object.entries(list)) {
            expect([n, ever.get(n) ?? JSON.stringify(item)]).toEqual([n, JSON.stringify(item)]);
            ever.set(n, JSON.stringify(item));
            last = Math.max(last, Number(n));
          }
        }
      }),
    );
  });
});
