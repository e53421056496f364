import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { all as allOf, get as bodyOf, type Item, recordOf, RECORDS } from '../support/pages.js';
import { ENGINES } from '../support/place.js';
import { openWorld, type World } from '../support/world.js';

describe.each(ENGINES)('a diplomat reads the record on %s', (engine) => {
  let world: World;
  const get = (path: string, status = 200) => bodyOf(world, 'diplomat', path, status);
  const all = (path: string, pageSize = 200) => allOf(world, 'diplomat', path, pageSize);

  beforeAll(async () => {
    world = await openWorld(engine, { reference: true });
  });
  afterAll(async () => world.close());

  it('finds the mechanisms, by kind, status, party and words in any of the three languages', async () => {
    const { items, next } = await get('/v1/mechanisms');
    expect(next).toBeNull();
    expect(items.map((item: Item) => item.slug).sort()).toEqual(RECORDS.map((record) => record.id).sort());
    for (const item of items) {
      const record = recordOf(item.slug);
      expect(item).toMatchObject({
        kind: record.kind,
        names: record.names,
        verified: record.verified,
        class: 'internal',
      });
      expect(item.status.id).toBe(record.status);
    }
    const slugs = async (query: string) => (await get(`/v1/mechanisms?${query}`)).items.map((item: Item) => item.slug);
    expect(await slugs('kind=tribunal')).toEqual(['special-tribunal-aggression']);
    expect(await slugs('status=in-ratification')).toEqual(
      RECORDS.filter((record) => record.status === 'in-ratification')
        .map((record) => record.id)
        .sort(),
    );
    expect(await slugs('status=proposed&validOn=2022-05-01')).toContain('special-tribunal-aggression');
    expect(await slugs('party=org-eurojust')).toContain('icpa');
    expect(await slugs(`text=${encodeURIComponent('СПЕЦІАЛЬНИЙ трибунал')}`)).toContain('special-tribunal-aggression');
    expect(await slugs('text=zzzz')).toEqual([]);
  });

  it('is told of filters that nothing can match', async () => {
    for (const [path, pointer] of [
      ['/v1/mechanisms?status=finished', '/status'],
      ['/v1/mechanisms?kind=palace', '/kind'],
      ['/v1/mechanisms?party=XX', '/party'],
      ['/v1/mechanisms?colour=red', '/colour'],
      ['/v1/mechanisms/icpa/timeline?kind=dance', '/kind'],
      ['/v1/mechanisms/icpa/timeline?happenedFrom=2023-02-30', '/happenedFrom'],
      ['/v1/mechanisms/icpa/timeline?happenedFrom=2024&happenedTo=2023', '/happenedTo'],
      ['/v1/mechanisms/icpa/participants?role=guest', '/role'],
      ['/v1/timeline?mechanism=icpa,nowhere', '/mechanism'],
      ['/v1/mechanisms?cursor=rubbish', '/cursor'],
      ['/v1/history?from=yesterday', '/from'],
      ['/v1/sources?type=tertiary', '/type'],
    ] as const) {
      const body = await get(path, 400);
      expect({ path, pointers: body.errors.map((one: Item) => one.pointer) }).toEqual({ path, pointers: [pointer] });
    }
    await get('/v1/mechanisms/nowhere', 404);
    await get('/v1/mechanisms/nowhere/timeline', 404);
    await get('/v1/sources/nowhere/citations', 404);
    await get('/v1/history/99999', 404);
  });

  it('reads a mechanism as a whole, by slug and by id', async () => {
    const record = recordOf('icpa');
    const whole = await get('/v1/mechanisms/icpa');
    expect(await get(`/v1/mechanisms/${whole.id}`)).toEqual(whole);
    expect(whole).toMatchObject({
      slug: 'icpa',
      abbreviations: record.abbreviations,
      description: record.description,
      hostInstitution: record.host_institution,
      website: record.website,
      lifecycle: { slug: record.lifecycle },
    });
    expect(whole.aliases.map((alias: Item) => alias.value)).toEqual(record.aliases.map((alias: Item) => alias.value));
    expect(whole.seat.citations.map((one: Item) => one.source.id)).toEqual(record.seat.sources);
    expect(whole.legalBases.map((one: Item) => [one.text, one.citations.map((two: Item) => two.source.id)])).toEqual(
      record.legal_basis.map((one: Item) => [one.text, one.sources]),
    );
  });

  it('sees who took part in the ICPA on a day: the United States left at the end of March 2025', async () => {
    const on = async (day: string) =>
      (await all(`/v1/mechanisms/icpa/participants?validOn=${day}`)).map((one) => `${one.party.id} ${one.role}`);
    expect(await on('2024-01-01')).toContain('US supporting-state');
    expect(await on('2026-01-01')).not.toContain('US supporting-state');
    expect(await on('2026-01-01')).toEqual(expect.arrayContaining(['UA participant', 'org-eurojust host', 'US donor']));
    expect(await on('2023-07-02')).toEqual([]);
    const [us] = await all(
      '/v1/mechanisms/icpa/participants?all=true&party=US&role=supporting-state&validOn=2026-01-01',
    );
    expect(us).toMatchObject({ since: '2023-09', until: '2025-03-31?', end: 'ended', standing: 'no', verified: true });
    expect(us!.acts.map((act: Item) => act.act)).toEqual(
      recordOf('icpa')
        .participants.find((one: Item) => one.party === 'US')
        .acts.map((act: Item) => act.act),
    );
    const [host] = await all('/v1/mechanisms/icpa/participants?role=host&validOn=2025-06-01');
    expect(host).toMatchObject({ end: 'open', attestedUntil: '2026-02', standing: 'attested', until: null });
    const [ukraine] = await all('/v1/mechanisms/icpa/participants?party=UA&validOn=2025-06-01');
    expect(ukraine).toMatchObject({ end: 'unknown', standing: 'presumed' });
  });

  it('reads the status of the Special Tribunal on several days', async () => {
    const path = '/v1/mechanisms/special-tribunal-aggression/status';
    const on = async (day: string) => (await get(`${path}?validOn=${day}`)).id;
    expect(await on('2022-04-27')).toBeNull();
    expect(await on('2022-04-28')).toBe('proposed');
    expect(await on('2023-01-26')).toBe('under-negotiation');
    expect(await on('2025-06-24')).toBe('under-negotiation');
    expect(await on('2025-07-01')).toBe('agreement-signed');
    const now = await get(`${path}?validOn=2026-11-23`);
    expect(now).toMatchObject({ id: 'in-ratification', since: '2025-07-15', certain: true, verified: true });
    expect(now.names).toMatchObject({ nl: 'In ratificatie', uk: 'На ратифікації' });
    expect(now.citations.map((one: Item) => one.source.id)).toEqual([
      'interfax-2025-07-15-rada',
      'interfax-2025-08-18-programme',
    ]);
    await get(`${path}?validOn=2025-02-30`, 400);
  });

  it('is shown every date that may fall into a period, and no other', async () => {
    const ids = async (query: string) => (await all(`/v1/mechanisms/icpa/timeline?${query}`)).map((item) => item.slug);
    // Known to the month alone: it touches every day of it.
    expect(await ids('happenedFrom=2023-09-30&happenedTo=2023-09-30')).toEqual([
      'icpa-2023-note',
      'icpa-2023-09-us-joins',
    ]);
    expect(await ids('happenedFrom=2023-10-01&happenedTo=2023-10-31')).not.toContain('icpa-2023-09-us-joins');
    // Known to the year alone.
    expect(await ids('happenedFrom=2023-12-31&happenedTo=2024')).toContain('icpa-2023-note');
    // An interval.
    expect(await ids('happenedFrom=2023-04-14&happenedTo=2023-04-14')).toContain('icpa-2023-04-us-pledge');
    expect(await ids('happenedFrom=2023-04-15&happenedTo=2023-04-30')).not.toContain('icpa-2023-04-us-pledge');
    // A question mark is a flag: February 2026 stays February.
    expect(await ids('happenedFrom=2026-03')).not.toContain('icpa-2026-02-funding');
    const [item] = await all('/v1/mechanisms/icpa/timeline?happenedFrom=2026-02&happenedTo=2026-02');
    expect(item!.happened).toMatchObject({
      edtf: '2026-02?',
      earliest: '2026-02-01',
      latest: '2026-02-28',
      precision: 'month',
      uncertain: true,
    });
  });

  it('reads every event of every mechanism on the joint timeline, in order of time, whatever the size of the pages', async () => {
    const whole = await all('/v1/timeline');
    expect(whole.map((item) => item.slug).sort()).toEqual(
      RECORDS.flatMap((record) => record.events.map((event: Item) => event.id)).sort(),
    );
    const firsts = whole.map((item) => item.happened?.earliest ?? item.happened?.latest ?? item.orderKey);
    expect(firsts).toEqual([...firsts].sort());
    expect(await all('/v1/timeline', 7)).toEqual(whole);
    const two = await all('/v1/timeline?mechanism=icpa,jit-ukraine&mechanism=ciced', 50);
    expect(new Set(two.map((item) => item.mechanism.slug))).toEqual(new Set(['icpa', 'jit-ukraine', 'ciced']));
    for (const record of RECORDS)
      for (const event of record.events) {
        const item = whole.find((one) => one.slug === event.id)!;
        expect(item).toMatchObject({
          type: 'event',
          kind: event.kind,
          title: event.title,
          description: event.description,
          place: event.place,
          verified: event.verified,
          notes: event.notes ?? null,
          happened: { edtf: event.date, extent: event.extent ?? null },
        });
        expect(item.citations.map((one: Item) => one.source.id)).toEqual(event.sources);
      }
  });

  it('links each page to the next', async () => {
    const first = await world.as('diplomat').get('/v1/mechanisms/icpa/timeline?pageSize=5');
    const link = /^<([^>]+)>; rel="next"$/.exec(first.headers.link!)![1]!;
    const second = await get(link);
    expect(second.items).toHaveLength(5);
    expect(second.items[0].id).not.toBe(first.body.items[0].id);
    const last = await world.as('diplomat').get('/v1/mechanisms/icpa/timeline');
    expect(last.body.next).toBeNull();
    expect(last.headers.link).toBeUndefined();
  });

  it('narrows the timeline to kinds, words, classes of source, and to the acts of one party', async () => {
    const events = recordOf('icpa').events as Item[];
    const read = (query: string) => all(`/v1/mechanisms/icpa/timeline?${query}`);
    expect((await read('kind=funding&kind=founding')).map((item) => item.slug).sort()).toEqual(
      events
        .filter((event) => ['funding', 'founding'].includes(event.kind))
        .map((event) => event.id)
        .sort(),
    );
    expect((await read('text=special%20PROSECUTOR')).map((item) => item.slug)).toContain('icpa-2023-07-03-us');
    const primary = await read('sourceClass=primary');
    expect(primary.length).toBeGreaterThan(0);
    expect(primary.length).toBeLessThan(events.length);
    for (const item of primary) expect(item.citations.map((one: Item) => one.source.type)).toContain('primary');
    const acts = await read('party=US');
    expect(acts.map((item) => [item.type, item.kind, item.happened.edtf])).toEqual([
      ['participation-act', 'intention-declared', '2023-04-13/2023-04-14'],
      ['participation-act', 'appointed', '2023-07-03'],
      ['participation-act', 'joined', '2023-09'],
      ['participation-act', 'withdrawal-notified', '2025-03-17'],
      ['participation-act', 'left', '2025-03-31?'],
    ]);
    for (const act of acts) expect(act.citations.length).toBeGreaterThan(0);
    const everywhere = await all('/v1/timeline?party=NL', 3);
    const dutch = RECORDS.flatMap((record) => record.participants.filter((one: Item) => one.party === 'NL'));
    expect(everywhere).toHaveLength(dutch.flatMap((one: Item) => one.acts ?? []).length);
  });

  it('reads what was known before something was recorded', async () => {
    const slugs = async (query: string) => (await all(`/v1/mechanisms${query}`)).map((item) => item.slug);
    expect(await slugs('?knownAt=1')).toEqual([]);
    await get('/v1/mechanisms/icpa?knownAt=1', 404);
    const { items } = await get('/v1/mechanisms/icpa/history?pageSize=200&act=event.add');
    const last = items[0];
    const before = await all(`/v1/mechanisms/icpa/timeline?knownAt=${last.seq - 1}`);
    const then = await all(`/v1/mechanisms/icpa/timeline?knownAt=${last.seq}`);
    expect(then).toHaveLength(before.length + 1);
    expect(before.map((item) => item.slug)).not.toContain(last.record.slug);
    await get('/v1/mechanisms?knownAt=999999', 400);
  });

  it('keeps an answer until what it rests on changes', async () => {
    const path = '/v1/mechanisms/icpa/timeline';
    const first = await world.as('diplomat').get(path);
    expect(first.headers.etag).toMatch(/^"[^"]+"$/);
    expect(first.headers['memento-datetime']).toBeDefined();
    const again = await world.as('diplomat').get(path).set('If-None-Match', first.headers.etag!);
    expect([again.status, again.text]).toEqual([304, '']);
    const other = await world.as('diplomat').get(`${path}?pageSize=3`).set('If-None-Match', first.headers.etag!);
    expect(other.status).toBe(200);
  });

  it('may not take the history away', async () => {
    const answer = await world.as('diplomat').get('/v1/history').set('Accept', 'application/x-ndjson');
    expect(answer.status).toBe(403);
    const other = await world.as('diplomat').get('/v1/history').set('Accept', 'image/png');
    expect(other.status).toBe(406);
  });
});
