import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { all as allOf, get as bodyOf, type Item, recordOf, RECORDS } from '../support/pages.js';
import { ENGINES } from '../support/place.js';
import { openWorld, type World } from '../support/world.js';

describe.each(ENGINES)('everything that is recorded can be read on %s', (engine) => {
  let world: World;
  const get = (path: string, status = 200) => bodyOf(world, 'diplomat', path, status);
  const all = (path: string, pageSize = 200) => allOf(world, 'diplomat', path, pageSize);

  beforeAll(async () => {
    world = await openWorld(engine, { reference: true });
  });
  afterAll(async () => world.close());

  it('reads what else is recorded of each mechanism, and nothing is missing', async () => {
    for (const record of RECORDS) {
      const of = (topic: string) => all(`/v1/mechanisms/${record.id}/${topic}`);
      const cited = (items: Item[]) => items.map((one) => one.citations.map((two: Item) => two.source.id));
      const sources = (items: Item[] | undefined) => (items ?? []).map((one) => one.sources);
      expect(await of('participants?all=true')).toHaveLength(record.participants.length);
      const conditions = await of('conditions');
      expect(conditions.map((one) => [one.slug, one.holder, one.text, one.metOn])).toEqual(
        (record.conditions ?? []).map((one: Item) => [one.id, one.holder, one.text, one.met_on]),
      );
      expect(cited(conditions)).toEqual(sources(record.conditions));
      const tracks = await of('tracks');
      expect(tracks.map((one) => [one.subject, one.status, one.expires])).toEqual(
        (record.tracks ?? []).map((one: Item) => [one.subject, one.status, one.expires ?? null]),
      );
      expect(cited(tracks)).toEqual(sources(record.tracks));
      const missions = await of('missions');
      expect(missions.map((one) => [one.number, one.period.edtf, one.team])).toEqual(
        (record.missions ?? []).map((one: Item) => [one.number, one.period, one.team]),
      );
      const figures = await of('figures');
      expect(figures.map((one) => `${one.slug} ${one.value} ${one.asOf.edtf}`).sort()).toEqual(
        (record.figures ?? []).map((one: Item) => `${one.id} ${one.value} ${one.as_of}`).sort(),
      );
      const conflicts = await of('conflicts');
      expect(conflicts.map((one) => [one.field, one.preferred, one.resolution])).toEqual(
        (record.conflicts ?? []).map((one: Item) => [one.field, one.preferred, one.resolution]),
      );
      expect(conflicts.map((one) => one.values.map((value: Item) => value.value))).toEqual(
        (record.conflicts ?? []).map((one: Item) => one.values.map((value: Item) => value.value)),
      );
      expect(conflicts.flatMap((one) => cited(one.values))).toEqual(
        (record.conflicts ?? []).flatMap((one: Item) => sources(one.values)),
      );
      const notes = await of('notes');
      expect(notes.map((one) => one.text)).toEqual((record.notes ?? []).map((one: Item) => one.text));
      const forecasts = await of('forecasts');
      expect(forecasts.map((one) => one.slug).sort()).toEqual(
        (record.forecasts ?? []).map((one: Item) => one.id).sort(),
      );
      for (const one of forecasts) {
        const given = record.forecasts.find((two: Item) => two.id === one.slug);
        expect([one.metBy?.slug ?? null, one.outcome]).toEqual([given.met_by ?? null, given.outcome]);
      }
      const relations = await of('relations');
      const out = relations.filter((one) => one.direction === 'out');
      expect(out.map((one) => `${one.type} ${one.mechanism.slug}`)).toEqual(
        record.relations.map((one: Item) => `${one.type} ${one.target}`),
      );
      const told = RECORDS.flatMap((other) => other.relations.filter((one: Item) => one.target === record.id));
      expect(relations).toHaveLength(out.length + told.length);
    }
  });

  it('counts the parties towards a threshold, and tells what is overdue', async () => {
    const [condition] = (await all('/v1/mechanisms/claims-commission/conditions')).filter((one) => one.threshold);
    const given = recordOf('claims-commission').conditions.find((one: Item) => one.threshold);
    const parties = recordOf('claims-commission').participants.filter((one: Item) =>
      (one.acts ?? []).some((act: Item) => act.act === given.threshold.act),
    );
    expect(condition!.threshold).toEqual({
      ...given.threshold,
      reached: new Set(parties.map((one: Item) => one.party)).size,
    });
    const overdue = await all('/v1/forecasts?overdue=true&validOn=2026-11-23');
    expect(overdue.length).toBeGreaterThan(0);
    for (const one of overdue) {
      expect(one).toMatchObject({ outcome: 'open', overdue: true });
      expect(one.expected.latest < '2026-11-23').toBe(true);
    }
    const others = await all('/v1/forecasts?overdue=false&validOn=2026-11-23', 11);
    expect(others.some((one) => one.overdue)).toBe(false);
    expect(overdue.length + others.length).toBe(RECORDS.flatMap((record) => record.forecasts ?? []).length);
    expect(await all('/v1/forecasts?overdue=true&validOn=2022-01-01')).toEqual([]);
    const gone = await all('/v1/mechanisms/eu-sanctions-accountability/tracks?validOn=2099-01-01');
    expect(gone.filter((track) => track.expires !== null).every((track) => track.passed)).toBe(true);
  });

  it('reads the library, and what rests on a source', async () => {
    const { parties } = parse(readFileSync('data/reference/parties.yaml', 'utf8'));
    const { sources } = parse(readFileSync('data/reference/sources.yaml', 'utf8'));
    expect((await all('/v1/parties', 30)).map((one) => one.id).sort()).toEqual(
      parties.map((one: Item) => one.id).sort(),
    );
    expect(await get('/v1/parties/NL')).toMatchObject({ id: 'NL', names: { uk: 'Нідерланди' } });
    const seen = await all('/v1/sources', 100);
    expect(seen.map((one) => one.id).sort()).toEqual(sources.map((one: Item) => one.id).sort());
    for (const source of sources)
      expect(seen.find((one) => one.id === source.id)).toMatchObject({
        title: source.title,
        type: source.type,
        date: source.date,
        url: source.url,
        locator: source.locator ?? null,
        partOf: source.part_of ?? null,
        notes: source.notes ?? null,
      });
    expect(await all('/v1/sources?type=primary')).toHaveLength(
      sources.filter((one: Item) => one.type === 'primary').length,
    );
    const cited = await all('/v1/sources?cited=true');
    expect(cited.length + (await all('/v1/sources?cited=false')).length).toBe(sources.length);
    expect((await all('/v1/sources?text=beleidsnota%20ICPA')).map((one) => one.id)).toEqual(['nl-note-2023-l638']);
    const resting = await all('/v1/sources/nl-note-2023-l638/citations', 3);
    const fromFile = recordOf('icpa').events.filter((one: Item) => one.sources.includes('nl-note-2023-l638'));
    for (const event of fromFile)
      expect(resting).toContainEqual(
        expect.objectContaining({
          title: event.title,
          record: expect.objectContaining({ type: 'event', slug: event.id }),
        }),
      );
    expect(resting).toContainEqual(
      expect.objectContaining({ path: '/seat', mechanism: expect.objectContaining({ slug: 'icpa' }) }),
    );
    const lifecycles = await all('/v1/lifecycles', 5);
    expect(lifecycles).toHaveLength(17);
    const tribunal = await get('/v1/lifecycles/tribunal');
    expect(tribunal.supportConditions.map((one: Item) => [one.holder, one.citations[0].source.id])).toEqual([
      ['NL', 'nl-note-2023-l641'],
      ['NL', 'nl-note-2023-l641'],
    ]);
    const acts = await get('/v1/vocabularies/participation_acts');
    expect(acts.terms).toContainEqual(expect.objectContaining({ id: 'left', effect: 'closes' }));
  });

  it('reads the history of anything, and an entry down to its bytes', async () => {
    const { items } = await get('/v1/mechanisms/icpa/history?pageSize=1');
    const entry = await get(`/v1/history/${items[0].seq}`);
    const leaf = createHash('sha256')
      .update(Buffer.from([0]))
      .update(entry.envelope)
      .digest('hex');
    expect(entry).toMatchObject({ ...items[0], leafHash: leaf });
    for (const field of entry.fields) {
      expect(createHash('sha256').update(field.disclosure).digest('base64url')).toBe(field.digest);
      expect(JSON.parse(Buffer.from(field.disclosure, 'base64url').toString()).slice(1)).toEqual([
        field.name,
        field.value,
      ]);
    }
    expect(items[0].actor).toEqual({ id: world.people.get('editor')!.person, name: 'Edith Or' });
    const { items: own } = await get(`/v1/records/${items[0].record.id}/history`);
    expect(own[0]).toEqual(items[0]);
    expect(await all('/v1/history?type=transition&mechanism=icpa')).toHaveLength(recordOf('icpa').transitions.length);
    await get(`/v1/records/${'0'.repeat(26)}/history`, 404);
  });
});
