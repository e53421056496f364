import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Param, Post } from '@nestjs/common';
import { Allow, CurrentActor, Eyes, IfMatch, Key, RestsOn, verifyJournal } from '@zvit/access';
import { type Actor, Refusal } from '@zvit/domain';
import { type Idempotency, type View } from '@zvit/store';
import { type AccessApp, openAccessApp, somebody } from '../support/access-app.js';
import { add, eventOf, type Minimal, minimalRecord } from '../support/minimal.js';
import { ENGINES } from '../support/place.js';

// What the room of access does around any route that reads the record, tried on routes of its own.

let shows: string[] = [];
let calls = 0;
let meanwhile: () => Promise<unknown> = () => Promise.resolve();

@Controller('tried')
class TriedController {
  @Get('mechanisms/:id')
  @Allow('record.read')
  @RestsOn('mechanism')
  async mechanism(@Eyes() view: View, @Param('id') id: string) {
    calls += 1;
    if (id === 'none') throw new Refusal('not-found', 'There is no such mechanism.');
    for (const one of shows) view.restricted.add(one);
    const seen = { seq: view.seq, validOn: view.validOn };
    await meanwhile();
    return seen;
  }

  @Get('mine')
  @Allow('record.read')
  @RestsOn('everything', { personal: true })
  mine() {
    return {};
  }

  @Get('ours')
  @Allow('record.read')
  @RestsOn('everything')
  ours() {
    return {};
  }

  @Post('acts')
  @Allow('event.write')
  act(
    @CurrentActor() actor: Actor,
    @Key() idempotency: Idempotency | undefined,
    @IfMatch() version: number,
    @Body() _body: object,
  ) {
    return { person: actor.person, version, key: idempotency?.key.length, fingerprint: idempotency?.fingerprint };
  }
}

@Module({ controllers: [TriedController] })
class TriedModule {}

describe.each(ENGINES)('a read on %s', (engine) => {
  let app: AccessApp;
  let minimal: Minimal;
  const cookies = new Map<string, string>();

  beforeAll(async () => {
    const people = [
      somebody('admin', 'admin'),
      somebody('editor', 'editor'),
      somebody('editor2', 'editor'),
      somebody('diplomat', 'diplomat'),
    ];
    app = await openAccessApp(engine, people, [TriedModule]);
    minimal = await minimalRecord(app.store);
    for (const { username } of people) cookies.set(username, await app.cookie(username));
  });
  afterAll(() => app.close());

  const get = (username: string, path: string) =>
    app.api().get(`/v1/tried/${path}`).set('Cookie', cookies.get(username)!);
  const etag = async (username: string, path: string) => {
    const { headers } = await get(username, path).expect(200);
    expect(headers.etag).toMatch(/^"[0-9a-f]{64}"$/);
    return headers.etag!;
  };
  const addEvent = (title: string) => add(app.store, 'event', eventOf(minimal, title));

  it('says which state it shows, and is kept by nobody but who asked', async () => {
    const { headers, body } = await get('diplomat', 'mechanisms/a-tribunal').expect(200);
    expect(headers).toMatchObject({
      'memento-datetime': 'Mon, 01 Jun 2026 08:00:00 GMT',
      'cache-control': 'private, no-cache',
      vary: 'Cookie, Authorization, Accept, Accept-Encoding',
    });
    expect(body.validOn).toBe('2026-06-01');
  });

  it('that the client holds is a 304 and costs no rows', async () => {
    const held = await etag('diplomat', 'mechanisms/a-tribunal');
    const before = calls;
    const again = await get('diplomat', 'mechanisms/a-tribunal').set('If-None-Match', `"x", W/${held}`).expect(304);
    expect([again.text, again.headers.etag, calls]).toEqual(['', held, before]);
    await get('diplomat', 'mechanisms/a-tribunal').set('If-None-Match', '"x"').expect(200);
  });

  it('has another ETag for another state, moment, day, query, form or clearance, and for nothing else', async () => {
    const path = 'mechanisms/a-tribunal';
    const first = await etag('diplomat', path);
    const [byId, asCsv, onDay, queried] = await Promise.all([
      etag('diplomat', `mechanisms/${minimal.mechanism}`),
      get('diplomat', path)
        .set('Accept', 'text/csv')
        .then((answer) => answer.headers.etag!),
      etag('diplomat', `${path}?validOn=2026-05-31`),
      etag('diplomat', `${path}?a=1&b=2`),
    ]);
    const editors = await etag('editor', path);
    expect(new Set([first, byId, asCsv, onDay, queried, editors]).size).toBe(6);
    expect(await etag('diplomat', `${path}?b=2&a=1`)).toBe(queried);
    expect(await etag('diplomat', `${path}?validOn=2026-06-01`)).not.toBe(onDay);
    const past = await etag('diplomat', `${path}?knownAt=${(await addEvent('one')).seq - 1}`);
    await addEvent('two');
    expect(await etag('diplomat', path)).not.toBe(first);
    const seq = (await addEvent('three')).seq - 3;
    expect(await etag('diplomat', `${path}?knownAt=${seq}`)).toBe(past);
  });

  const confidential = {
    title: 'A report',
    publisher: 'A ministry',
    type: 'primary',
    date: null,
    url: null,
    language: 'en',
    class: 'confidential',
  };

  it('keeps its ETag when only what one may not see has changed', async () => {
    const [before, others] = [await etag('diplomat', 'ours'), await etag('editor', 'ours')];
    await add(app.store, 'source', confidential);
    expect(await etag('diplomat', 'ours')).toBe(before);
    expect(await etag('editor', 'ours')).not.toBe(others);
  });

  it('is the same for everybody of one clearance, unless it is personal', async () => {
    expect(await etag('editor', 'ours')).toBe(await etag('editor2', 'ours'));
    expect(await etag('editor', 'mine')).not.toBe(await etag('editor2', 'mine'));
  });

  it('is of one state: what comes while it is made shows in neither answer nor ETag', async () => {
    const path = 'mechanisms/a-tribunal';
    const before = await etag('diplomat', path);
    meanwhile = () => addEvent('meanwhile');
    const during = await get('diplomat', path).expect(200);
    meanwhile = () => Promise.resolve();
    expect(during.headers.etag).toBe(before);
    const after = await get('diplomat', path).expect(200);
    expect(after.headers.etag).not.toBe(before);
    expect(after.body.seq).toBeGreaterThan(during.body.seq);
  });

  it('refuses moments that are none, before the handler sees them', async () => {
    const before = calls;
    for (const query of [
      'validOn=2023-02-30',
      'validOn=a&validOn=b',
      'knownAt=soon',
      'knownAt=999999',
      'knownAt=1&knownAt=2',
    ])
      expect((await get('diplomat', `mechanisms/a-tribunal?${query}`).expect(400)).body.errors).toMatchObject([
        { pointer: query.startsWith('v') ? '/validOn' : '/knownAt', code: 'not-a-date' },
      ]);
    expect(calls).toBe(before);
  });

  it('of what is not there is a 404 without ETag', async () => {
    const { headers } = await get('diplomat', 'mechanisms/none').expect(404);
    expect([headers.etag, headers['memento-datetime']]).toEqual([undefined, undefined]);
  });

  it('of what is confidential is written down before it leaves, and does not leave when it can not be', async () => {
    const journal = async () =>
      (await app.connections.reader.all<{ bytes: string }>('SELECT bytes FROM access_journal ORDER BY seq'))
        .map((row) => JSON.parse(row.bytes) as { kind: string; subject: string[]; person: string })
        .filter((row) => row.kind === 'read-restricted');
    shows = ['b'.repeat(26), 'a'.repeat(26)];
    await get('editor', 'mechanisms/a-tribunal').expect(200);
    const { person } = app.people.get('editor')!;
    expect(await journal()).toMatchObject([{ person, subject: ['a'.repeat(26), 'b'.repeat(26)] }]);
    const write = app.store.write.bind(app.store);
    app.store.write = () => Promise.reject(new Refusal('storage-refused', 'The disk is full.'));
    const refused = await get('editor', 'mechanisms/a-tribunal').expect(503);
    app.store.write = write;
    expect(refused.body.code).toBe('storage-refused');
    expect(await journal()).toHaveLength(1);
    shows = [];
    expect(await verifyJournal(app.connections.reader)).toEqual([]);
  });

  it('by nobody, or without the role, is refused and written down', async () => {
    await app.api().get('/v1/tried/ours').expect(401);
    await get('admin', 'ours').expect(403);
    const rows = await app.connections.reader.all<{ bytes: string }>(
      'SELECT bytes FROM access_journal ORDER BY seq DESC LIMIT 2',
    );
    const told = rows.map((row) => JSON.parse(row.bytes) as Record<string, unknown>);
    expect(told[0]).toMatchObject({ kind: 'refused', code: 'missing-role', subject: 'GET /v1/tried/ours' });
    expect(told[1]).toMatchObject({ kind: 'refused', code: 'not-logged-in', subject: 'GET /v1/tried/ours' });
    expect(told[0]).toHaveProperty('person', app.people.get('admin')!.person);
    expect(told[1]).not.toHaveProperty('person');
  });

  it('an act hears who acts, of which version, and under which key', async () => {
    const act = () => app.api().post('/v1/tried/acts').set('Cookie', cookies.get('editor')!).send({});
    expect((await act().expect(428)).body.code).toBe('version-required');
    await act().set('If-Match', '*').expect(400);
    await act().set('If-Match', '"1"').set('Idempotency-Key', 'x'.repeat(201)).expect(400);
    await act().set('If-Match', '"1"').set('Idempotency-Key', 'a b').expect(400);
    const { body } = await act().set('If-Match', '"7"').set('Idempotency-Key', 'k').expect(201);
    expect(body).toMatchObject({ person: app.people.get('editor')!.person, version: 7, key: 64 });
  });
});
