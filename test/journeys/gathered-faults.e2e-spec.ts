import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Minimal } from '../support/minimal.js';
import { ENGINES } from '../support/place.js';
import { begin } from '../support/secret-acts.js';
import { openWorld, type World } from '../support/world.js';
import { entriesIn, faultsOf } from './steps.js';

const UNKNOWN = [{ source: 'nothing' }];
const FAULT = '/citations/0/source unknown-reference';

/** Bodies whose shape is right and whose source is not known: what only the act can find. */
const BODIES: Record<string, Record<string, unknown>> = {
  events: {
    kind: 'founding',
    happened: '2023-01-01',
    extent: undefined,
    orderKey: undefined,
    title: 'A title',
    description: 'What happened.',
    place: 'Lviv',
    lang: 'uk',
    class: 'internal',
    verified: false,
    notes: 'A note.',
    citations: UNKNOWN,
  },
  participations: {
    party: 'UA',
    role: 'member',
    since: '2023',
    until: '2024',
    end: undefined,
    attestedUntil: undefined,
    acts: undefined,
    class: 'internal',
    verified: false,
    citations: UNKNOWN,
  },
  conditions: {
    holder: 'mechanism',
    bearsOn: 'status:proposed',
    text: 'Money.',
    threshold: undefined,
    setOn: '2023',
    metOn: null,
    status: 'open',
    verified: false,
    citations: UNKNOWN,
  },
  transitions: {
    to: 'proposed',
    effective: '2023-01-01',
    extent: undefined,
    reason: 'Called for.',
    citations: UNKNOWN,
    fulfilment: undefined,
    termEnds: undefined,
    verified: false,
    notes: 'A note.',
  },
};

const WRONG: readonly unknown[] = [5, {}, [], [null], [5], ['x'], 'x'.repeat(10_000), { a: [] }, Array(200).fill(5)];

describe.each(ENGINES)('faults of shape beside faults that the act finds, on %s', (engine) => {
  let world: World;
  let minimal: Minimal;
  beforeAll(async () => {
    world = await openWorld(engine);
    minimal = await begin(world);
  }, 120_000);
  afterAll(() => world.close());

  const post = (kind: string, body: object) =>
    world.as('editor').post(`/v1/mechanisms/${minimal.mechanism}/${kind}`).send(body);

  it.each(Object.keys(BODIES))('come together, whatever is wrong with a member of %s', async (kind) => {
    const body = { ...BODIES[kind]!, ...(kind === 'participations' ? { party: minimal.party } : {}) };
    const entries = await entriesIn(world);
    for (const member of Object.keys(body))
      for (const wrong of WRONG) {
        const answer = await post(kind, { ...body, [member]: wrong, surprise: wrong });
        const found = faultsOf(answer);
        const told = { member, wrong: JSON.stringify(wrong).slice(0, 40), status: answer.status, found };
        expect(told).toMatchObject({ status: 400, found: expect.arrayContaining(['/surprise unknown-field']) });
        if (member !== 'citations') expect(told).toMatchObject({ found: expect.arrayContaining([FAULT]) });
        const pointers = found.map((fault) => fault.split(' ')[0]!);
        const strange = pointers.filter((one) => one !== '/surprise' && !one.startsWith('/citations'));
        expect({ ...told, strange: strange.filter((one) => !one.startsWith(`/${member}`)) }).toEqual({
          ...told,
          strange: [],
        });
      }
    expect(await entriesIn(world)).toBe(entries);
  });

  it.each(Object.keys(BODIES))('are faults without any other beside them, in %s', async (kind) => {
    for (const member of Object.keys(BODIES[kind]!))
      for (const wrong of [...WRONG, [{ source: 'nothing' }, null], [{}]]) {
        const { status, body } = await post(kind, { ...BODIES[kind]!, [member]: wrong });
        expect({ member, wrong: JSON.stringify(wrong).slice(0, 40), status, body: body as object }).toMatchObject({
          status: 400,
          body: { code: 'invalid-input', errors: expect.any(Array) },
        });
      }
  });

  it('come in the order of the body, what is missing at the end', async () => {
    const { title: _, ...body } = BODIES.events!;
    const answer = await post('events', { surprise: 1, ...body, place: 7, kind: 'feast' });
    const errors = (answer.body as { errors: { pointer: string }[] }).errors;
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/surprise',
      '/kind',
      '/place',
      '/citations/0/source',
      '/title',
    ]);
  });

  it('are answered instead of what else stands against the act, but never to whom it is not allowed', async () => {
    const nowhere = (who: string, body: object) => world.as(who).post('/v1/mechanisms/nowhere/events').send(body);
    expect(faultsOf(await nowhere('editor', { ...BODIES.events, title: 5 }))).toEqual(['/title wrong-type']);
    expect((await nowhere('editor', BODIES.events!)).status).toBe(404);
    expect((await nowhere('diplomat', { title: 5 })).status).toBe(403);
  });

  it('of an act that would succeed keep it from being recorded, and its key from being used', async () => {
    const good = { ...BODIES.events, citations: [{ source: minimal.source }] };
    const send = (body: object) =>
      world.as('editor').post(`/v1/mechanisms/${minimal.mechanism}/events`).set('Idempotency-Key', 'k').send(body);
    const entries = await entriesIn(world);
    expect(faultsOf(await send({ ...good, surprise: 1 }))).toEqual(['/surprise unknown-field']);
    expect(await entriesIn(world)).toBe(entries);
    expect((await send(good)).status).toBe(201);
    expect(await entriesIn(world)).toBe(entries + 1);
    expect(await world.verify()).toEqual([]);
  });

  it('of accounts and tokens come together too, and nothing is made', async () => {
    const entries = await entriesIn(world);
    const account = { username: 'UP PER', name: 'N', roles: ['tsar'], password: 'short', surprise: 1 };
    const made = await world.as('admin').post('/v1/accounts').send(account);
    expect(made.status).toBe(400);
    expect(faultsOf(made).map((fault) => fault.split(' ')[0])).toEqual(
      expect.arrayContaining(['/password', '/roles', '/surprise', '/username']),
    );
    const token = await world
      .as('editor')
      .post('/v1/tokens')
      .send({ label: 5, scopes: ['approver'], expiresAt: 'never' });
    expect([token.status, ...faultsOf(token)]).toEqual([
      400,
      '/expiresAt not-a-date',
      '/label wrong-type',
      '/scopes/0 not-in-vocabulary',
    ]);
    expect(await entriesIn(world)).toBe(entries);
  });
});
