import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { add, eventOf, type Minimal } from '../support/minimal.js';
import { ENGINES } from '../support/place.js';
import { begin } from '../support/secret-acts.js';
import { openWorld, type World } from '../support/world.js';
import { approve, codesOf, propose, receiptOf } from './steps.js';

interface Accounts {
  readonly items: readonly { readonly id: string; readonly username: string; readonly version: number }[];
}

describe.each(ENGINES)('who somebody is decides, on %s', (engine) => {
  let world: World;
  let minimal: Minimal;
  let secret: { id: string; seq: number };
  beforeAll(async () => {
    world = await openWorld(engine, {
      people: [
        { username: 'both', name: 'Bo Th', roles: ['editor', 'approver'] },
        { username: 'leaving', name: 'Lea Ving', roles: ['editor'] },
      ],
    });
    minimal = await begin(world);
    secret = await add(world.store, 'event', { ...eventOf(minimal, 'For few', '2023-09-09'), class: 'confidential' });
  }, 120_000);
  afterAll(() => world.close());

  const tokenOf = async (who: string, scopes: readonly string[]): Promise<string> => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const made = await world.as(who).post('/v1/tokens').send({ label: 'For a program', scopes, expiresAt }).expect(201);
    return (made.body as { secret: string }).secret;
  };
  const bearing = (token: string, path: string) => world.anyone.get(path).set('Authorization', `Bearer ${token}`);

  it('a token sees no more than its scopes, and its reads are written down as its own', async () => {
    const token = await tokenOf('both', ['editor']);
    const seen = await bearing(token, '/v1/timeline').expect(200);
    expect(seen.text).toContain(secret.id);
    const { body } = await world.as('auditor').get('/v1/access-journal?pageSize=1').expect(200);
    const [row] = (body as { items: { kind: string; token: string | null; subject: string[] }[] }).items;
    expect(row).toMatchObject({ kind: 'read-restricted', subject: expect.arrayContaining([secret.id]) });
    expect(row!.token).toMatch(/^[0-9a-z]{26}$/);
    await world
      .as('both')
      .post('/v1/tokens')
      .send({ label: 'Too much', scopes: ['auditor'], expiresAt: new Date(Date.now() + 60_000).toISOString() })
      .expect(400);
  });

  it('a token of an editor does not approve, though its person may; and never what its person proposed', async () => {
    const wish = {
      to: 'proposed',
      effective: '2023-01-01',
      reason: 'Called for.',
      citations: [{ source: minimal.source }],
    };
    const proposed = receiptOf(await propose(world, minimal.mechanism, wish, 'both'));
    const path = `/v1/transitions/${proposed.id}/approval`;
    const by = async (scope: string) => {
      const token = await tokenOf('both', [scope]);
      const body = { contentHash: proposed.contentHash };
      return world.anyone.post(path).set('Authorization', `Bearer ${token}`).send(body);
    };
    expect((await by('editor')).status).toBe(403);
    const own = await by('approver');
    expect(own.status).toBe(409);
    expect(codesOf(own)).toContain('own-proposal');
    const rejected = await world.as('both').post(`/v1/transitions/${proposed.id}/rejection`).send({ reason: 'Mine.' });
    expect(rejected.status).toBe(409);
    const withdrawn = await world
      .as('editor')
      .post(`/v1/transitions/${proposed.id}/withdrawal`)
      .send({ reason: 'No.' });
    expect(withdrawn.status).toBe(409);
    expect((await approve(world, proposed)).status).toBe(201);
  });

  it('a key belongs to a person: another person with the same key acts for themselves', async () => {
    const body = {
      title: 'A decree',
      publisher: 'A ministry',
      type: 'primary',
      date: '2023-05-17',
      url: null,
      language: 'en',
    };
    const send = (who: string, title: string) =>
      world
        .as(who)
        .post('/v1/sources')
        .set('Idempotency-Key', 'the-same')
        .send({ ...body, title });
    const first = receiptOf(await send('editor', 'One').expect(201));
    const again = receiptOf(await send('editor', 'One').expect(201));
    const other = receiptOf(await send('editor2', 'One').expect(201));
    expect(again.seq).toBe(first.seq);
    expect(other.seq).not.toBe(first.seq);
    const clash = await send('editor2', 'Two').expect(409);
    expect((clash.body as { code: string }).code).toBe('key-reused');
  });

  it('clearance is that of today, also for what was seen yesterday and is held by an ETag', async () => {
    const moments = ['/v1/timeline', `/v1/timeline?knownAt=${secret.seq}`, '/v1/history', `/v1/history/${secret.seq}`];
    const held = new Map<string, string>();
    for (const path of moments) {
      const seen = await world.as('leaving').get(path).expect(200);
      expect(seen.text).toContain(secret.id);
      held.set(path, String(seen.headers.etag));
    }
    const { body } = await world.as('admin').get('/v1/accounts').expect(200);
    const account = (body as Accounts).items.find(({ username }) => username === 'leaving')!;
    await world.anyone
      .put(`/v1/accounts/${account.id}/roles`)
      .set('Cookie', await world.logIn('admin'))
      .set('If-Match', `"${account.version}"`)
      .send({ roles: ['diplomat'], reason: 'Another post.' })
      .expect(200);
    for (const path of moments) {
      const now = await world.as('leaving').get(path).set('If-None-Match', held.get(path)!);
      expect({ path, status: now.status, told: now.text.includes(secret.id) }).toEqual({
        path,
        status: path === `/v1/history/${secret.seq}` ? 404 : 200,
        told: false,
      });
    }
  });

  it('an administrator learns nothing of the record', async () => {
    const paths = ['/v1/mechanisms', '/v1/timeline', '/v1/sources', '/v1/parties', '/v1/forecasts', '/v1/lifecycles'];
    for (const path of paths) await world.as('admin').get(path).expect(403);
    const { body } = await world.as('admin').get('/v1/history?pageSize=200').expect(200);
    const types = (body as { items: { record: { type: string } }[] }).items.map(({ record }) => record.type);
    expect(new Set(types)).toEqual(new Set(['account', 'token']));
    await world.as('admin').get(`/v1/records/${minimal.mechanism}/history`).expect(404);
    await world.as('admin').get(`/v1/mechanisms/a-tribunal/history`).expect(404);
    await world.as('admin').get(`/v1/history?mechanism=a-tribunal`).expect(400);
    await world.as('admin').get('/v1/history').set('Accept', 'application/x-ndjson').expect(403);
  });

  it('the ledger and its tables still agree', async () => {
    expect(await world.verify()).toEqual([]);
  });
});
