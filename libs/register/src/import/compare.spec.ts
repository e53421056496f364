import { describe, expect, it } from '@jest/globals';
import { laidOver, saying } from './compare.js';

const cite = (...sources: string[]) =>
  Object.fromEntries(sources.map((source, index) => [String(index + 1), { source }]));

describe('comparing a file with what stands', () => {
  it('finds the same said whatever the ordinals, the order of citations and what is Zvit’s own', () => {
    const standing = { b: 1, a: { 3: { text: 'x' } }, class: 'public', order: 7, citations: cite('s', 't') };
    expect(saying('event', standing)).toBe(
      saying('event', { a: { 1: { text: 'x' } }, b: 1, citations: cite('t', 's') }),
    );
    expect(saying('event', standing)).not.toBe(
      saying('event', { a: { 1: { text: 'y' } }, b: 1, citations: cite('t', 's') }),
    );
  });

  it('tells null from absent, and one source from two', () => {
    expect(saying('event', { a: null })).not.toBe(saying('event', {}));
    expect(saying('event', { citations: cite('s') })).not.toBe(saying('event', { citations: cite('s', 't') }));
  });

  it('takes the beginning of a step from the chain, not from the file', () => {
    expect(saying('transition', { from: 'a', to: 'b' })).toBe(saying('transition', { from: null, to: 'b' }));
    expect(laidOver('transition', { from: 'a', to: 'b' }, { from: null, to: 'c' })).toEqual({ from: 'a', to: 'c' });
  });

  it('keeps the words of citations whose source the file still names, every one of them', () => {
    const before = {
      citations: { 1: { source: 's', locator: 'p. 1' }, 2: { source: 's', locator: 'p. 5' }, 3: { source: 't' } },
    };
    expect(laidOver('event', before, { citations: cite('u', 's') })).toEqual({
      citations: { 1: { source: 's', locator: 'p. 1' }, 2: { source: 's', locator: 'p. 5' }, 4: { source: 'u' } },
    });
  });

  it('lets items keep their ordinals: reworded ones, and those behind one that is gone', () => {
    const before = { terms: { 1: { id: 'a' }, 2: { id: 'b' }, 3: { id: 'c', definition: 'old' } } };
    expect(laidOver('vocabulary', before, { terms: { 1: { id: 'a' }, 2: { id: 'c', definition: 'new' } } })).toEqual({
      terms: { 1: { id: 'a' }, 3: { id: 'c', definition: 'new' } },
    });
    const legal = { legalBases: { 1: { text: 'Treaty' }, 2: { text: 'Decision' } } };
    expect(
      laidOver('mechanism', legal, { legalBases: { 1: { text: 'The Treaty' }, 2: { text: 'Decision' } } }),
    ).toEqual({
      legalBases: { 1: { text: 'The Treaty' }, 2: { text: 'Decision' } },
    });
  });

  it('gives fresh ordinals from the first new item on, so that the order is the file’s', () => {
    const before = { terms: { 1: { id: 'a' }, 2: { id: 'b' } } };
    const after = laidOver('vocabulary', before, { terms: { 1: { id: 'a' }, 2: { id: 'new' }, 3: { id: 'b' } } });
    expect(after).toEqual({ terms: { 1: { id: 'a' }, 3: { id: 'new' }, 4: { id: 'b' } } });
  });
});
