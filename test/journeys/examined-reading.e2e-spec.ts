import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sightOf } from '@zvit/domain';
import { reviseRecord, Surrounded } from '@zvit/store';
import { add, eventOf, type Minimal, WRITER } from '../support/minimal.js';
import { ENGINES } from '../support/place.js';
import { begin } from '../support/secret-acts.js';
import { openWorld, type World } from '../support/world.js';
import { receiptOf } from './steps.js';

describe.each(ENGINES)('an answer that is kept, on %s', (engine) => {
  let world: World;
  let minimal: Minimal;
  let other: string;
  beforeAll(async () => {
    world = await openWorld(engine);
    minimal = await begin(world);
    const content = {
      key: 'another',
      kind: 'tribunal',
      lifecycle: minimal.lifecycle,
      names: { en: 'Another', nl: 'Een ander', uk: 'Інший' },
      abbreviations: [],
      description: 'Beside the first.',
      seat: { place: null, country: null },
      hostInstitution: null,
      legalBases: { 1: { text: 'Its basis', citations: { 1: { source: minimal.source } } } },
      website: null,
      verified: true,
    };
    other = (await add(world.store, 'mechanism', content)).id;
    const relation = { mechanism: minimal.mechanism, type: 'linked-to', target: other };
    await add(world.store, 'relation', { ...relation, citations: { 1: { source: minimal.source } } });
  }, 120_000);
  afterAll(() => world.close());

  const etagOf = async (address: string): Promise<string> =>
    String((await world.as('diplomat').get(address).expect(200)).headers.etag);

  it('is asked for anew when the other mechanism of a relation gets another name', async () => {
    const address = '/v1/mechanisms/a-tribunal/relations';
    const before = await world.as('diplomat').get(address).expect(200);
    await world.store.act(WRITER, (tx) =>
      reviseRecord(tx, new Surrounded(tx, sightOf(WRITER.roles)), 'mechanism', other, 'correct', (content) => ({
        ...content,
        names: { en: 'Renamed', nl: 'Hernoemd', uk: 'Перейменований' },
      })),
    );
    const after = await world.as('diplomat').get(address).expect(200);
    expect(after.text).toContain('Renamed');
    expect(after.headers.etag).not.toBe(before.headers.etag);
    const held = String(before.headers.etag);
    await world.as('diplomat').get(address).set('If-None-Match', held).expect(200);
  });

  it('is no 304 for what is not there, nor for a query that is none', async () => {
    const any = (path: string) => world.as('diplomat').get(path).set('If-None-Match', '*');
    await any('/v1/mechanisms/a-tribunal').expect(200);
    await any('/v1/mechanisms/nothing').expect(404);
    await any('/v1/sources/nothing').expect(404);
    await any('/v1/mechanisms?pageSize=0').expect(400);
  });

  it('is gone at once, at every moment, when its mechanism is classed higher', async () => {
    const event = await add(
      world.store,
      'event',
      eventOf({ ...minimal, mechanism: other }, 'Soon hidden', '2023-08-08'),
    );
    const moments = ['', `?knownAt=${event.seq}`];
    const addresses = moments.flatMap((moment) =>
      ['', '/timeline', '/status', '/history', '/relations', '/transitions'].map(
        (part) => `/v1/mechanisms/${other}${part}${moment}`,
      ),
    );
    const held = new Map<string, string>();
    for (const address of addresses) held.set(address, await etagOf(address));
    const lists = ['/v1/timeline', '/v1/mechanisms', '/v1/mechanisms/a-tribunal/relations'].flatMap((path) =>
      moments.map((moment) => path + moment),
    );
    for (const address of lists) held.set(address, await etagOf(address));
    const { body } = await world.as('editor').get(`/v1/mechanisms/${other}`).expect(200);
    await world
      .as('editor')
      .post(`/v1/mechanisms/${other}/classification`)
      .set('If-Match', `"${(body as { version: number }).version}"`)
      .send({ class: 'confidential', reason: 'It names witnesses.' })
      .expect(201);
    for (const address of addresses)
      await world.as('diplomat').get(address).set('If-None-Match', held.get(address)!).expect(404);
    for (const address of lists) {
      const now = await world.as('diplomat').get(address).set('If-None-Match', held.get(address)!).expect(200);
      expect(now.text).not.toContain(other);
    }
  });

  it('shows the version that a change has to name', async () => {
    const wish = {
      holder: 'mechanism',
      bearsOn: 'status:open',
      text: 'A term.',
      citations: [{ source: minimal.source }],
    };
    const first = await world.as('editor').post('/v1/mechanisms/a-tribunal/conditions').send(wish).expect(201);
    const { id, contentHash } = receiptOf(first);
    await world.as('approver').post(`/v1/conditions/${id}/approval`).send({ contentHash }).expect(201);
    const listed = async () => {
      const { body } = await world.as('editor').get('/v1/mechanisms/a-tribunal/conditions').expect(200);
      return (body as { items: { id: string; version: number }[] }).items.find((one) => one.id === id)!.version;
    };
    const change = async (text: string, version: number) =>
      world
        .as('editor')
        .post(`/v1/conditions/${id}/changes`)
        .set('If-Match', `"${version}"`)
        .send({ ...wish, text, because: 'It reads otherwise.' });
    const changed = await change('Another term.', await listed());
    expect(changed.status).toBe(201);
    await world.as('approver').post(`/v1/conditions/${id}/rejection`).send({ reason: 'No.' }).expect(201);
    // What was rejected has moved the record on; whoever reads it now can still change it.
    const again = await change('A third term.', await listed());
    expect({ status: again.status, body: again.status === 201 ? {} : again.body }).toEqual({ status: 201, body: {} });
  });

  it('of HEAD is that of GET without a body, and takes nothing away', async () => {
    const cookie = await world.logIn('auditor');
    const counted = async () =>
      (await world.store.db.get<{ n: number }>(
        "SELECT CAST(count(*) AS integer) AS n FROM act WHERE act = 'export.take'",
      ))!.n;
    const before = await counted();
    for (const accept of ['application/json', 'application/x-ndjson', 'text/csv']) {
      const head = await world.anyone.head('/v1/history').set('Cookie', cookie).set('Accept', accept).expect(200);
      expect(head.text || '').toBe('');
    }
    expect(await counted()).toBe(before);
  });
});
