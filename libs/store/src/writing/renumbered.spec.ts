import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { changedFields, type Content } from '@zvit/domain';
import * as fc from 'fast-check';
import { type DataSource } from 'typeorm';
import { rawOf, SqliteDb, sqliteSource } from '../connections/sqlite.js';
import { applyCitations, partCitations } from '../projection/citations.js';
import { contentOf } from './content-of.js';
import { renumbered } from './renumbered.js';

const ID = 'r'.repeat(26);
const NEIGHBOUR = 'n'.repeat(26);

let source: DataSource;
let db: SqliteDb;
let seq = 0;
beforeAll(async () => {
  source = await sqliteSource(':memory:').initialize();
  await source.runMigrations();
  db = new SqliteDb(rawOf(source));
});
afterAll(() => source.destroy());
// Never committed: that the sources are no records of this database is asked at the end only.
beforeEach(() => begin());

function begin(): void {
  if (db.raw.inTransaction) db.raw.exec('ROLLBACK');
  db.raw.exec('BEGIN');
  seq = 0;
}

/** What the record cites now, as content. */
const standing = (): Promise<Content> => contentOf(db, 'note', ID);

/** Revises the citations of the record as an act does, and returns them as they stand then. */
async function revise(after: Content): Promise<Content> {
  const before = await standing();
  const numbered = await renumbered(db, ID, before, after);
  seq += 1;
  await applyCitations(db, ID, '', partCitations(changedFields(before, numbered)).citations, seq);
  expect(await standing()).toEqual(numbered);
  return numbered;
}

const cite = (...sources: string[]): Content =>
  Object.fromEntries(sources.map((name, index) => [String(index + 1), { source: name }]));

describe('citations numbered for the ledger', () => {
  it('start at 1, also where the wish began elsewhere', async () => {
    expect(await revise({ citations: { 5: { source: 'a' }, 9: { source: 'b' } } })).toEqual({
      citations: cite('a', 'b'),
    });
  });

  it('keep their ordinals while they say the same, in whatever order they and their members come', async () => {
    await revise({ citations: { 1: { source: 'a', locator: 'p. 1' }, 2: { source: 'b' } } });
    expect(await revise({ citations: { 1: { source: 'b' }, 2: { locator: 'p. 1', source: 'a' } } })).toEqual({
      citations: { 1: { source: 'a', locator: 'p. 1' }, 2: { source: 'b' } },
    });
  });

  it.each<[string, Content]>([
    ['its source', { source: 'b', locator: 'p. 1' }],
    ['its locator', { source: 'a', locator: 'p. 2' }],
    ['its quote', { source: 'a', locator: 'p. 1', quote: 'Whereas' }],
    ['what it leaves out', { source: 'a' }],
  ])('are others when one is changed in %s', async (_, citation) => {
    await revise({ citations: { 1: { source: 'a', locator: 'p. 1' } } });
    expect(await revise({ citations: { 1: citation } })).toEqual({ citations: { 2: citation } });
  });

  it('never get an ordinal again that their statement has had', async () => {
    await revise({ citations: cite('a', 'b') });
    expect(await revise({ citations: cite('a') })).toEqual({ citations: { 1: { source: 'a' } } });
    expect(await revise({ citations: cite('a', 'b') })).toEqual({
      citations: { 1: { source: 'a' }, 3: { source: 'b' } },
    });
    expect(await revise({ citations: cite('c') })).toEqual({ citations: { 4: { source: 'c' } } });
  });

  it('that are said twice have two ordinals, and keep both', async () => {
    const twice = { citations: cite('a', 'a') };
    expect(await revise(twice)).toEqual(twice);
    expect(await revise(twice)).toEqual(twice);
    expect(await revise({ citations: cite('a') })).toEqual({ citations: cite('a') });
  });

  it('are counted apart for each statement within the record, and for each record', async () => {
    await applyCitations(db, NEIGHBOUR, '', [{ path: '', n: 40, parts: { source: 'a' } }], 1);
    const two = { citations: cite('a'), values: { 1: { citations: cite('a', 'b') }, 2: { citations: cite('c') } } };
    expect(await revise(two)).toEqual(two);
    const changed = { citations: cite('z'), values: { 1: { citations: cite('z', 'b') }, 3: { citations: cite('c') } } };
    expect(await revise(changed)).toEqual({
      citations: { 2: { source: 'z' } },
      values: { 1: { citations: { 3: { source: 'z' }, 2: { source: 'b' } } }, 3: { citations: cite('c') } },
    });
  });

  it('leave all else as it was wished', async () => {
    const wish = {
      title: 'x',
      tags: ['a'],
      left: null,
      seat: { place: 'The Hague' },
      citations: {},
      names: { en: 'E' },
    };
    expect(await renumbered(db, ID, { seat: null, names: ['x'], citations: 'x' }, wish)).toEqual(wish);
    // What is no citation is not touched either: the check of the content speaks of it.
    const words = { citations: { 1: 'x' } };
    expect(await renumbered(db, ID, words, words)).toEqual(words);
    expect(await renumbered(db, ID, {}, { citations: null, values: { 1: { citations: ['x'] } } })).toEqual({
      citations: null,
      values: { 1: { citations: ['x'] } },
    });
  });

  it('say what was wished after any course of revisions, none ever changed or numbered again', async () => {
    const someCitation = fc.record(
      {
        source: fc.constantFrom('a', 'b', 'c'),
        locator: fc.constantFrom('p. 1', 'p. 2'),
        quote: fc.constant('Whereas'),
      },
      { requiredKeys: ['source'] },
    );
    const someGroup = fc.array(someCitation, { minLength: 1, maxLength: 4 }).map((list): Content => ({
      citations: Object.fromEntries(list.map((one, index) => [String(index + 1), { ...one }])),
    }));
    const someWish = fc
      .tuple(someGroup, fc.dictionary(fc.constantFrom('1', '2', '3'), someGroup, { noNullPrototype: true }))
      .map(([own, acts]): Content => (Object.keys(acts).length === 0 ? own : { ...own, acts }));
    /** Each citation of a content: `path n` → what it says. */
    const byOrdinal = (content: Content) =>
      partCitations(changedFields({}, content)).citations.map(({ path, n, parts }): [string, string] => [
        `${path} ${n}`,
        JSON.stringify([parts.source, parts.locator, parts.quote]),
      ]);
    const saidIn = (content: Content) =>
      byOrdinal(content)
        .map(([name, says]) => `${name.split(' ')[0]} ${says}`)
        .sort();

    await fc.assert(
      fc.asyncProperty(fc.array(someWish, { minLength: 1, maxLength: 5 }), async (wishes) => {
        begin();
        const ever = new Map<string, string>();
        let before = new Map<string, string>();
        for (const wish of wishes) {
          const now = await revise(wish);
          expect(saidIn(now)).toEqual(saidIn(wish));
          for (const [name, says] of byOrdinal(now)) {
            if (ever.has(name)) expect([name, before.get(name)]).toEqual([name, says]);
            ever.set(name, says);
          }
          before = new Map(byOrdinal(now));
          expect(await renumbered(db, ID, now, wish)).toEqual(now);
        }
      }),
      { numRuns: 60 },
    );
  });
});
