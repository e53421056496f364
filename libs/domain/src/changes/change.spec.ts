import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { applyFields, changedFields, type Content, type Json, toFields } from '../entry.js';
import { applyChange, changeOf, undoChange, type Written } from './change.js';

type Kept = ReadonlyMap<string, Content>;

const someScalar = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string({ maxLength: 3 }));
const someLeaf: fc.Arbitrary<Json> = fc.oneof(someScalar, fc.array(someScalar, { maxLength: 2 }));
const someName = fc.constantFrom('a', 'b', '1', '2', 'a/b', '~', '__proto__', 'citations');
const someContent: fc.Arbitrary<Content> = fc
  .uniqueArray(fc.tuple(fc.array(someName, { minLength: 1, maxLength: 3 }), someLeaf), { maxLength: 6 })
  .map((leaves) => {
    let content: Content = {};
    for (const [names, value] of leaves) {
      const pointer = names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
      // A leaf never stands where a group does: each content is one that entries can make.
      const taken = [...toFields(content).keys()];
      if (taken.some((one) => one.startsWith(`${pointer}/`) || pointer.startsWith(`${one}/`))) continue;
      content = applyFields(content, new Map([[pointer, value]]));
    }
    return content;
  });

/** One act on one of three records: written anew by one of the verbs, or taken back. */
const someAct = fc.record({
  id: fc.constantFrom('x', 'y', 'z'),
  verb: fc.constantFrom('change', 'correct', 'retract'),
  content: someContent,
});

/** The states after none, one, two … of the acts, and what each act wrote. */
function told(acts: readonly { id: string; verb: string; content: Content }[]) {
  const states: Kept[] = [new Map()];
  const written: (Written & { id: string })[] = [];
  for (const { id, verb, content } of acts) {
    const next = new Map(states.at(-1));
    const before = next.get(id);
    const fields = changedFields(before ?? {}, content);
    if (verb === 'retract') next.delete(id);
    else next.set(id, applyFields(before ?? {}, fields));
    const done = before === undefined && verb !== 'retract' ? 'add' : (verb as Written['verb']);
    written.push({ id, verb: done, pointers: verb === 'retract' ? [] : [...fields.keys()] });
    states.push(next);
  }
  return { states, written };
}

const said = (content: Content | null) => content && [...toFields(content)].sort(([a], [b]) => (a < b ? -1 : 1));

describe('the difference between two states', () => {
  it('laid on the first gives the second, and back, for any acts in between', () => {
    const corrections: unknown[] = [];
    fc.assert(
      fc.property(fc.array(someAct, { maxLength: 12 }), fc.nat(12), fc.nat(12), (acts, one, other) => {
        const { states, written } = told(acts);
        const [from, to] = [Math.min(one, other, acts.length), Math.min(Math.max(one, other), acts.length)];
        for (const id of ['x', 'y', 'z']) {
          const [before, after] = [states[from]!.get(id) ?? null, states[to]!.get(id) ?? null];
          const between = written.slice(from, to).filter((act) => act.id === id);
          const change = changeOf(before, after, between);
          if (change === null) {
            expect(said(after)).toEqual(said(before));
            continue;
          }
          expect(said(applyChange(before, change))).toEqual(said(after));
          expect(said(undoChange(after, change))).toEqual(said(before));
          // Leaf by leaf: nothing is told that does not differ.
          for (const field of change.fields) expect(field.before === field.after && 'before' in field).toBe(false);
          const pointers = change.fields.map((field) => field.pointer);
          expect(pointers).toEqual([...new Set(pointers)].sort());
          if (change.change === 'corrected') {
            corrections.push(id);
            expect(between.some((act) => act.verb === 'correct')).toBe(true);
          }
        }
      }),
      { numRuns: 1_000 },
    );
    expect(corrections.length).toBeGreaterThan(0);
  });

  it('is null where nothing differs, though acts came in between', () => {
    const acts: Written[] = [
      { verb: 'change', pointers: ['/a'] },
      { verb: 'change', pointers: ['/a'] },
    ];
    expect(changeOf({ a: 1 }, { a: 1 }, acts)).toBeNull();
    expect(changeOf(null, null, [])).toBeNull();
  });

  it('keeps what is null apart from what is not there', () => {
    const change = changeOf({ left: null }, { joined: null }, [])!;
    expect(change.fields).toEqual([
      { pointer: '/joined', after: null, corrected: false },
      { pointer: '/left', before: null, corrected: false },
    ]);
    expect(applyChange({ left: null }, change)).toEqual({ joined: null });
    expect(undoChange({ joined: null }, change)).toEqual({ left: null });
  });

  it('tells a record without leaves that came from one that was always there', () => {
    expect(changeOf(null, {}, [])).toEqual({ change: 'added', fields: [] });
    expect(changeOf({}, null, [])).toEqual({ change: 'removed', fields: [] });
  });
});

describe('corrected, told from changed', () => {
  const before: Content = { title: 'A', date: '2023', citations: { 1: { source: 's' } } };
  const after: Content = { title: 'B', date: '2024' };

  it.each<[string, Written[], string, boolean[]]>([
    [
      'one correction',
      [{ verb: 'correct', pointers: ['/title', '/date', '/citations/1'] }],
      'corrected',
      [true, true, true],
    ],
    [
      'one change',
      [{ verb: 'change', pointers: ['/title', '/date', '/citations/1'] }],
      'changed',
      [false, false, false],
    ],
    [
      'one of each, on leaves of their own',
      [
        { verb: 'correct', pointers: ['/title'] },
        { verb: 'change', pointers: ['/date', '/citations/1/source'] },
      ],
      'changed',
      [false, false, true],
    ],
    [
      'both on one leaf',
      [
        { verb: 'change', pointers: ['/title'] },
        { verb: 'correct', pointers: ['/title', '/date', '/citations/1'] },
      ],
      'changed',
      [true, true, false],
    ],
    ['acts whose fields were destroyed', [{ verb: 'correct', pointers: [] }], 'changed', [false, false, false]],
    [
      'a name that merely begins alike',
      [{ verb: 'correct', pointers: ['/dat', '/titl', '/c'] }],
      'changed',
      [false, false, false],
    ],
  ])('%s', (_, acts, change, corrected) => {
    const found = changeOf(before, after, acts)!;
    expect(found.change).toBe(change);
    expect(found.fields.map((field) => field.pointer)).toEqual(['/citations/1/source', '/date', '/title']);
    expect(found.fields.map((field) => field.corrected)).toEqual(corrected);
  });
});
