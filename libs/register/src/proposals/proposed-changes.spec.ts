import { describe, expect, it } from '@jest/globals';
import { applyFields, changedFields, type Content, REMOVED, toFields } from '@zvit/domain';
import fc from 'fast-check';
import { proposedChanges, wouldRead } from './proposed-changes.js';

const nowhere = () => null;
const STEP: Content = { from: 'a', to: 'b', notes: 'old', termEnds: null, citations: { 1: { source: 's1' } } };

describe('what a proposal would change', () => {
  it('tells what comes, what becomes another and what goes', () => {
    const fields = new Map([
      ['/to', 'c'],
      ['/verified', true],
      ['/notes', REMOVED],
      ['/citations/1/source', REMOVED],
      ['/citations/2/source', 's2'],
    ] as const);
    expect(proposedChanges('correct', STEP, fields, nowhere)).toEqual([
      { pointer: '/to', change: 'changed', before: 'b', after: 'c' },
      { pointer: '/citations/2/source', change: 'added', before: null, after: 's2' },
      { pointer: '/verified', change: 'added', before: null, after: true },
      { pointer: '/notes', change: 'removed', before: 'old', after: null },
      { pointer: '/citations/1/source', change: 'removed', before: 's1', after: null },
    ]);
  });

  it('is every field of what would be new, and of what would be taken back', () => {
    const added = proposedChanges('add', {}, toFields(STEP), nowhere);
    expect(added.map(({ pointer, change, after }) => [pointer, change, after])).toEqual(
      [...toFields(STEP)].map(([pointer, value]) => [pointer, 'added', value]),
    );
    const gone = proposedChanges('retract', STEP, new Map(), nowhere);
    expect(gone.map(({ pointer, change, before }) => [pointer, change, before])).toEqual(
      [...toFields(STEP)].map(([pointer, value]) => [pointer, 'removed', value]),
    );
  });

  it('names the steps that would begin elsewhere, and not those amended before', () => {
    const before = { ...STEP, amends: { x: { from: 'q' } } };
    const fields = new Map([['/amends/y/from', 'b']]);
    expect(proposedChanges('correct', before, fields, (step) => `${step} began here`)).toEqual([
      { pointer: '/amends/y/from', change: 'changed', before: 'y began here', after: 'b' },
    ]);
    expect(wouldRead(before, fields)).toEqual(STEP);
  });

  it('laid on the record makes what was proposed, and the other way round', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const leaf = fc.oneof(fc.boolean(), fc.constant(null), fc.string(), fc.array(fc.string(), { maxLength: 2 }));
    const content = fc.dictionary(name, fc.oneof(leaf, fc.dictionary(name, leaf, { minKeys: 1 })), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(content, content, (before: Content, after: Content) => {
        const changes = proposedChanges('correct', before, changedFields(before, after), nowhere);
        const there = changes.map(
          ({ pointer, change, after }) => [pointer, change === 'removed' ? REMOVED : after] as const,
        );
        const back = changes.map(
          ({ pointer, change, before }) => [pointer, change === 'added' ? REMOVED : before] as const,
        );
        expect(applyFields(before, new Map(there))).toEqual(after);
        expect(applyFields(after, new Map(back))).toEqual(before);
      }),
    );
  });
});
