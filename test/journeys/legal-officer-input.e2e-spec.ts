import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENGINES } from '../support/place.js';
import { openWorld, type World } from '../support/world.js';
import { CITED, codesOf, DORMANT, entriesIn, faultsOf, propose, receiptOf } from './steps.js';

const EVENT = {
  kind: 'statement',
  happened: '2026-03-01',
  title: 'A statement',
  description: 'What was said.',
  citations: CITED,
};
const ACT = { act: 'joined', happened: '2026-01-15', citations: CITED };
const MEMBER = { party: 'NL', role: 'participant', acts: [ACT] };
const CONDITION = { holder: 'NL', bearsOn: 'hosting', text: 'Money.', setOn: '2026-01', citations: CITED };
const SOURCE = { title: 'T', publisher: 'P', type: 'primary', date: null, url: null, language: 'en' };

describe.each(ENGINES)('what a legal officer sends is refused with every fault, on %s', (engine) => {
  let world: World;
  const post = (path: string, body: object) => world.as('editor').post(`/v1/${path}`).send(body);

  beforeAll(async () => {
    world = await openWorld(engine, { reference: true });
  });
  afterAll(async () => {
    await world.close();
  });

  it.each<[string, string, object, string[]]>([
    [
      'a step whose every part is wrong',
      'mechanisms/icpa/transitions',
      {
        to: 'nowhere',
        effective: '2023-02-30',
        reason: 'x'.repeat(2_001),
        citations: [...CITED, { source: 'nobody' }],
        termEnds: '2023-13',
        fulfilment: { text: 'So it was.' },
      },
      [
        '/citations/1/source unknown-reference',
        '/effective not-a-date',
        '/fulfilment/citations uncited',
        '/reason too-long',
        '/termEnds not-a-date',
        '/to not-in-vocabulary',
      ],
    ],
    [
      'a step without evidence, whose interval ends before it begins',
      'mechanisms/icpa/transitions',
      { ...DORMANT, effective: '2023-05/2023-04', extent: 'within', citations: [] },
      ['/citations uncited', '/effective end-before-begin'],
    ],
    [
      'a term that ends before the step begins it',
      'mechanisms/icpa/transitions',
      { ...DORMANT, termEnds: '2026-01-01' },
      ['/termEnds end-before-begin'],
    ],
    [
      'types and fields',
      'mechanisms/icpa/transitions',
      { ...DORMANT, to: 5, form: 'x', citations: [{ source: 7, page: 1 }], fulfilment: 'yes', verified: 'no' },
      [
        '/citations/0/page unknown-field',
        '/citations/0/source wrong-type',
        '/form unknown-field',
        '/fulfilment wrong-type',
        '/to wrong-type',
        '/verified wrong-type',
      ],
    ],
    [
      'nulls where none may be',
      'mechanisms/icpa/transitions',
      { ...DORMANT, notes: null, fulfilment: null, citations: null },
      ['/citations uncited', '/fulfilment wrong-type', '/notes wrong-type'],
    ],
    [
      'an event',
      'mechanisms/icpa/events',
      {
        ...EVENT,
        kind: 'feast',
        happened: null,
        title: ' ',
        citations: [{ source: 'nobody' }],
        place: 'x'.repeat(301),
      },
      ['/citations/0/source unknown-reference', '/kind not-in-vocabulary', '/place too-long', '/title missing'],
    ],
    [
      'an undated event without a place in time',
      'mechanisms/icpa/events',
      { ...EVENT, happened: null },
      ['/orderKey missing'],
    ],
    [
      'an event of an interval',
      'mechanisms/icpa/events',
      { ...EVENT, happened: '2026-01/2026-02' },
      ['/happened extent-missing'],
    ],
    [
      'a participation',
      'mechanisms/icpa/participations',
      { party: 'XX', role: 'guest', acts: [ACT, { act: 'danced', happened: '2023-02-30' }] },
      [
        '/acts/1/act not-in-vocabulary',
        '/acts/1/citations uncited',
        '/acts/1/happened not-a-date',
        '/party unknown-reference',
        '/role not-in-vocabulary',
      ],
    ],
    [
      'a party that leaves before it joined, by its acts',
      'mechanisms/icpa/participations',
      { ...MEMBER, acts: [ACT, { ...ACT, act: 'left', happened: '2025-01' }] },
      ['/acts/1/happened end-before-begin'],
    ],
    [
      'a party that leaves before it joined, without acts',
      'mechanisms/icpa/participations',
      { party: 'NL', role: 'participant', since: '2023', until: '2022', citations: CITED },
      ['/until end-before-begin'],
    ],
    [
      'a participation that nothing attests',
      'mechanisms/icpa/participations',
      { party: 'NL', role: 'participant', since: '2023' },
      ['/citations uncited'],
    ],
    [
      'another beginning than that of the acts',
      'mechanisms/icpa/participations',
      { ...MEMBER, since: '2024', end: 'open' },
      ['/attestedUntil missing', '/since contradiction'],
    ],
    [
      'a condition',
      'mechanisms/icpa/conditions',
      { ...CONDITION, holder: 'XX', threshold: { count: 0, act: 'danced' }, setOn: '2026-02-30', status: 'forgotten' },
      [
        '/holder unknown-reference',
        '/setOn not-a-date',
        '/status not-in-vocabulary',
        '/threshold/act not-in-vocabulary',
        '/threshold/count wrong-type',
      ],
    ],
    [
      'a condition that is met at no time, of a status that there is not',
      'mechanisms/icpa/conditions',
      { ...CONDITION, holder: 'mechanism', bearsOn: 'status:nowhere', status: 'met' },
      ['/bearsOn not-in-vocabulary', '/metOn contradiction'],
    ],
    [
      'a source',
      'sources',
      { ...SOURCE, type: 'rumour', date: '2023-02-30', url: 'javascript:alert(1)', partOf: 'nobody' },
      ['/date not-a-date', '/partOf unknown-reference', '/type not-in-vocabulary', '/url wrong-type'],
    ],
  ])('%s', async (_, path, body, faults) => {
    const before = await entriesIn(world);
    const answer = await post(path, body);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(faultsOf(answer)).toEqual(faults);
    expect(await entriesIn(world)).toBe(before);
  });

  it('a source whose address stands already, by its own field', async () => {
    const known = await world.as('editor').get('/v1/sources/eurojust-2026-02-four-years').expect(200);
    const { url } = known.body as { url: string };
    expect(faultsOf(await post('sources', { ...SOURCE, url }))).toEqual(['/url duplicate']);
  });

  it('a step whose condition nobody speaks of, or without a citation of its own', async () => {
    const operational = { ...DORMANT, to: 'operational', effective: '2023-05-01' };
    const fulfilment = { text: 'On one day.' };
    expect(codesOf(await propose(world, 'icpa', operational))).toContain('fulfilment-missing');
    expect(faultsOf(await propose(world, 'icpa', { ...operational, fulfilment }))).toEqual([
      '/fulfilment/citations uncited',
    ]);
  });

  it('what is not there, and what nobody without the role may ask for', async () => {
    expect((await post('mechanisms/nowhere/transitions', DORMANT)).status).toBe(404);
    expect((await post('mechanisms/icpa/transitions', DORMANT)).status).toBe(201);
    for (const who of ['approver', 'diplomat', 'auditor', 'admin'])
      expect((await propose(world, 'icpa', DORMANT, who)).status).toBe(403);
    expect((await world.anyone.post('/v1/mechanisms/icpa/transitions').send(DORMANT)).status).toBe(401);
  });

  it('the same key again: the same answer and one entry; with other content it is refused', async () => {
    const send = (body: object, who = 'editor') =>
      world.as(who).post('/v1/mechanisms/icpa/events').set('Idempotency-Key', 'k-1').send(body);
    const before = await entriesIn(world);
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(EVENT)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await entriesIn(world)).toBe(before + 1);
    const other = await send({ ...EVENT, title: 'Another' });
    expect([other.status, (other.body as { code: string }).code]).toEqual([409, 'key-reused']);
    expect((await send(EVENT, 'editor2')).status).toBe(201);
    expect(await entriesIn(world)).toBe(before + 2);
  });

  it('a change without, or with another version than that which was read', async () => {
    const added = receiptOf(await post('mechanisms/icpa/events', EVENT).expect(201));
    const wish = { ...EVENT, title: 'Better', because: 'Read again.' };
    const change = (version?: string) => {
      const request = world.as('editor').post(`/v1/events/${added.id}/corrections`);
      return (version === undefined ? request : request.set('If-Match', version)).send(wish);
    };
    expect([(await change()).status, (await change('"2"')).status, (await change('1')).status]).toEqual([
      428, 412, 400,
    ]);
    const changed = await change('"1"');
    expect([changed.status, changed.headers.etag]).toEqual([201, '"2"']);
    const race = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        world
          .as('editor')
          .post(`/v1/events/${added.id}/changes`)
          .set('If-Match', '"2"')
          .send({ ...wish, title: `Version ${n}` }),
      ),
    );
    expect(race.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412]);
    const unchanged = await world
      .as('editor')
      .post(`/v1/events/${added.id}/retraction`)
      .set('If-Match', '"3"')
      .send({});
    expect(faultsOf(unchanged)).toEqual(['/because missing']);
  });
});
