import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { add, eventOf, minimalRecord, sourceOf } from '../support/minimal.js';
import { all as allOf, get as bodyOf, type Item, RECORDS } from '../support/pages.js';
import { ENGINES } from '../support/place.js';
import { openWorld, type World } from '../support/world.js';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const SOURCES = new Map<string, Item>(
  (parse(readFileSync('data/reference/sources.yaml', 'utf8')) as { sources: Item[] }).sources.map((one) => [
    one.id,
    one,
  ]),
);

interface Stated {
  readonly type: string;
  readonly sources: readonly string[];
  readonly inferred: boolean;
}

const INFERRED = { inferred: true };

/** Every statement of a mechanism's file, counted by a reader that knows nothing of the program. */
function statedIn(record: Item): Stated[] {
  const of = (type: string, items: Item[] | undefined): Stated[] =>
    (items ?? []).map((one) => ({ type, sources: one.sources, inferred: one.verified === false }));
  const own = record.verified === false;
  const { seat } = record;
  return [
    ...of('mechanism', record.legal_basis).map((one) => ({ ...one, ...(own ? INFERRED : {}) })),
    ...(seat.place || seat.country ? [{ type: 'mechanism', sources: seat.sources, inferred: own }] : []),
    ...of('participation', record.participants),
    ...record.participants.flatMap((one: Item) =>
      of('participation', one.acts).map((act) => ({ ...act, inferred: one.verified === false })),
    ),
    ...of('event', record.events),
    ...of('transition', record.transitions),
    ...record.transitions.flatMap((one: Item) =>
      one.fulfilment ? [{ type: 'transition', sources: one.fulfilment.sources, inferred: one.verified === false }] : [],
    ),
    ...of('condition', record.conditions),
    ...of('mission', record.missions),
    ...of('track', record.tracks),
    ...of('relation', record.relations),
    ...of('forecast', record.forecasts),
    ...of('figure', record.figures),
    ...(record.conflicts ?? []).flatMap((one: Item) => of('conflict', one.values)),
  ];
}

const documents = ({ sources }: Stated) => new Set(sources.map((id) => SOURCES.get(id)!.part_of ?? id)).size;
const rests = (type: string) => (one: Stated) => one.sources.some((id) => SOURCES.get(id)!.type === type);
const [onPrimary, onSecondary] = [rests('primary'), rests('secondary')];

function countsOf(statements: readonly Stated[]) {
  const count = (test: (one: Stated) => boolean) => statements.filter(test).length;
  return {
    statements: statements.length,
    bySourceClass: {
      primary: count((one) => onPrimary(one) && !onSecondary(one)),
      secondary: count((one) => onSecondary(one) && !onPrimary(one)),
      both: count((one) => onPrimary(one) && onSecondary(one)),
    },
    singleSourced: count((one) => documents(one) === 1),
    unverified: count((one) => one.inferred),
    withoutQuote: statements.length,
    withoutLocator: count((one) => one.sources.every((id) => !SOURCES.get(id)!.part_of)),
  };
}

describe.each(ENGINES)('how well the record is attested, on %s', (engine) => {
  let world: World;
  const get = (path: string, status = 200) => bodyOf(world, 'diplomat', path, status);
  const all = (path: string, pageSize = 200) => allOf(world, 'diplomat', path, pageSize);

  beforeAll(async () => {
    world = await openWorld(engine, { reference: true });
  });
  afterAll(async () => world.close());

  it('counts every statement of the reference data as a reader of the files counts them', async () => {
    const items = await all('/v1/coverage', 10);
    expect(items.map((one) => one.mechanism.slug)).toEqual(RECORDS.map((record) => record.id).sort());
    for (const { mechanism, ...counts } of items) {
      const record = RECORDS.find((one) => one.id === mechanism.slug)!;
      expect({ slug: mechanism.slug, names: mechanism.names, ...counts }).toEqual({
        slug: record.id,
        names: record.names,
        ...countsOf(statedIn(record)),
      });
    }
    const { all: total } = await get('/v1/coverage');
    const sum = items.reduce((n, one) => n + Number(one.statements), 0);
    // The conditions of support that lifecycles have belong to no mechanism.
    expect(total.statements - sum).toBe((await get('/v1/coverage?type=lifecycle')).all.statements);
    expect((await get('/v1/coverage?type=lifecycle')).all.statements).toBe(2);
  });

  it('counts of some mechanisms and types alone', async () => {
    const icpa = statedIn(RECORDS.find((record) => record.id === 'icpa')!);
    const { all: total, items, next } = await get('/v1/coverage?mechanism=icpa&type=event,transition');
    const wanted = countsOf(icpa.filter((one) => one.type === 'event' || one.type === 'transition'));
    expect({ total, next }).toEqual({ total: wanted, next: null });
    expect(items).toMatchObject([{ mechanism: { slug: 'icpa' }, ...wanted }]);
    for (const [query, pointer] of [
      ['?mechanism=nowhere', '/mechanism'],
      ['?type=source', '/type'],
      ['/statements?lack=sense', '/lack'],
      ['/statements?cursor=rubbish', '/cursor'],
    ] as const)
      expect((await get(`/v1/coverage${query}`, 400)).errors[0].pointer).toBe(pointer);
  });

  it('lists what lacks something, as many as are counted, each once', async () => {
    const { all: total } = await get('/v1/coverage');
    const listed = async (lack: string) => all(`/v1/coverage/statements?lack=${lack}`);
    const single = await listed('single-source');
    expect(single).toHaveLength(total.singleSourced);
    expect(new Set(single.map((one) => one.id)).size).toBe(single.length);
    for (const { lacks, citations, title } of single) {
      expect(lacks).toContain('single-source');
      expect(citations.length).toBeGreaterThan(0);
      expect(title).not.toBe('');
    }
    const primary = await listed('primary');
    expect(primary).toHaveLength(total.bySourceClass.secondary);
    for (const { citations } of primary)
      expect(citations.map((one: Item) => one.source.type)).toEqual(citations.map(() => 'secondary'));
    const unverified = await listed('verification');
    expect(unverified).toHaveLength(total.unverified);
    expect(unverified.filter((one) => one.verified !== false)).toEqual([]);
    expect(await listed('locator')).toHaveLength(total.withoutLocator);
    expect(await listed('quote')).toHaveLength(total.withoutQuote);
    const few = await all('/v1/coverage/statements?lack=primary&mechanism=icpa', 3);
    expect(few).toEqual(primary.filter((one) => one.mechanism?.slug === 'icpa'));
  });

  it('follows what is stated later, and still shows how it was', async () => {
    const lack = '/v1/coverage/statements?mechanism=icpa&type=event&lack=';
    const before = await get('/v1/coverage?mechanism=icpa&type=event');
    const added = await world
      .as('editor')
      .post('/v1/mechanisms/icpa/events')
      .send({
        happened: '2026-06-01',
        kind: 'statement',
        title: 'Said twice',
        description: 'Said in two documents.',
        place: null,
        verified: true,
        citations: [
          { source: 'eurojust-2026-02-four-years', locator: 'p. 2', quote: 'continuing the road to accountability' },
          { source: 'nl-note-2023-l641' },
        ],
      })
      .expect(201);
    const { seq, id } = added.body as { seq: number; id: string };
    const after = await get('/v1/coverage?mechanism=icpa&type=event');
    expect(after.all).toEqual({
      ...before.all,
      statements: Number(before.all.statements) + 1,
      bySourceClass: { ...before.all.bySourceClass, primary: Number(before.all.bySourceClass.primary) + 1 },
    });
    for (const one of ['single-source', 'quote', 'locator', 'verification'])
      expect((await all(lack + one)).map((item) => item.id)).not.toContain(id);
    expect((await get(`/v1/coverage?mechanism=icpa&type=event&knownAt=${seq - 1}`)).all).toEqual(before.all);
  });
});

describe.each(ENGINES)('what a person may not see, on %s', (engine) => {
  it('is in no count and no list', async () => {
    const world = await openWorld(engine);
    try {
      const minimal = await minimalRecord(world.store);
      await add(world.store, 'event', { ...eventOf(minimal, 'Open'), verified: false });
      const secret = await add(world.store, 'source', { ...sourceOf('Secret'), class: 'confidential' });
      const hidden = { ...eventOf(minimal, 'Hidden'), class: 'confidential', verified: false };
      await add(world.store, 'event', { ...hidden, citations: { 1: { source: secret.id } } });
      const asked = async (who: string) => {
        const { all } = await bodyOf(world, who, '/v1/coverage?type=event');
        const items = await allOf(world, who, '/v1/coverage/statements?type=event&lack=verification');
        return { statements: all.statements, unverified: all.unverified, titles: items.map((one) => one.title) };
      };
      expect(await asked('diplomat')).toEqual({ statements: 1, unverified: 1, titles: ['Open'] });
      expect(await asked('auditor')).toEqual({ statements: 2, unverified: 2, titles: ['Open', 'Hidden'] });
    } finally {
      await world.close();
    }
  });
});
