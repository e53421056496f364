import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Minimal } from '../support/minimal.js';
import { ENGINES } from '../support/place.js';
import { begin } from '../support/secret-acts.js';
import { openWorld, type World } from '../support/world.js';
import { approve, entriesIn, faultsOf, receiptOf } from './steps.js';

const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe.each(ENGINES)('bad input, on %s', (engine) => {
  let world: World;
  let minimal: Minimal;
  beforeAll(async () => {
    world = await openWorld(engine);
    minimal = await begin(world);
  }, 120_000);
  afterAll(() => world.close());

  it('gets every fault at once: unknown fields beside dates, types, lengths, sources and terms', async () => {
    const entries = await entriesIn(world);
    const answer = await world
      .as('editor')
      .post(`/v1/mechanisms/${minimal.mechanism}/events`)
      .send({
        kind: 'no-such-kind',
        happened: '2023-02-30',
        title: 5,
        description: 'What happened.',
        citations: [{ source: 'nothing' }],
        surprise: true,
      })
      .expect(400);
    expect(faultsOf(answer)).toEqual([
      '/citations/0/source unknown-reference',
      '/happened not-a-date',
      '/kind not-in-vocabulary',
      '/surprise unknown-field',
      '/title wrong-type',
    ]);
    expect(await entriesIn(world)).toBe(entries);
  });

  it('in addresses never breaks anything: positions and cursors beyond every number', async () => {
    const get = async (path: string) => (await world.as('auditor').get(path)).status;
    for (const seq of ['0', '-1', '2147483648', '99999999999', '99999999999999999999'])
      expect([404, 400]).toContain(await get(`/v1/history/${seq}`));
    const lists = [
      '/v1/history',
      '/v1/timeline',
      '/v1/mechanisms',
      '/v1/parties',
      '/v1/access-journal',
      '/v1/accounts',
    ];
    const forged = [
      cursorOf(2_147_483_648),
      cursorOf(-99_999_999_999),
      cursorOf(1.5),
      cursorOf('a\u0000b', 1),
      cursorOf('', 99_999_999_999),
      cursorOf('\ud800', 1),
      cursorOf('a\u0000b'),
      cursorOf({}, []),
      cursorOf(null),
      'bnVsbA',
      '%F0%9F%92%A9',
    ];
    for (const path of lists)
      for (const cursor of forged) {
        const status = await get(`${path}?cursor=${cursor}`);
        expect({ path, cursor, fine: status < 500 }).toEqual({ path, cursor, fine: true });
      }
  });

  it.each(['0', '201', '-1', '1.5', 'all', '', '1e1', '0x10', '99999999999999999999'])(
    'a page of %p records is refused',
    async (size) => {
      const answer = await world.as('diplomat').get(`/v1/mechanisms?pageSize=${size}`).expect(400);
      expect(faultsOf(answer)[0]).toMatch(/^\/pageSize /);
    },
  );

  it('a moment may be early or late, and never breaks anything', async () => {
    const read = (query: string) => world.as('diplomat').get(`/v1/mechanisms${query}`);
    for (const day of ['0001-01-01', '9999-12-31']) {
      const { body } = await read(`?validOn=${day}`).expect(200);
      expect((body as { items: { slug: string }[] }).items.map(({ slug }) => slug)).toContain('a-tribunal');
    }
    for (const known of ['0', '1990-01-01T00:00:00Z']) {
      const { body } = await read(`?knownAt=${known}`).expect(200);
      expect((body as { items: unknown[] }).items).toEqual([]);
    }
    for (const known of ['99999999', '9999999999', '99999999999', '-1', 'now', '2026-02-30T00:00:00Z', '2026-01-01'])
      await read(`?knownAt=${known}`).expect(400);
  });

  it('an approval that names another hash changes nothing, and the right one still counts', async () => {
    const wish = {
      to: 'proposed',
      effective: '2023-01-01',
      reason: 'Called for.',
      citations: [{ source: minimal.source }],
    };
    const proposed = receiptOf(
      await world.as('editor').post(`/v1/mechanisms/${minimal.mechanism}/transitions`).send(wish).expect(201),
    );
    const wrong = await approve(world, { ...proposed, contentHash: 'f'.repeat(64) });
    expect(wrong.status).toBe(409);
    expect((wrong.body as { code: string }).code).toBe('content-changed');
    expect((await approve(world, proposed)).status).toBe(201);
    const again = await approve(world, proposed, 'approver2');
    expect(again.status).toBe(409);
    expect(await world.verify()).toEqual([]);
  });
});
