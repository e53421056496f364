import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Response } from 'supertest';
import { ENGINES } from '../support/place.js';
import { openWorld, type World } from '../support/world.js';
import { CITED, codesOf, entriesIn, faultsOf, receiptOf } from './steps.js';

const BECAUSE = { because: 'The source was read again.' };
const NOTE = [{ source: 'nl-note-2023-l638' }];
const MISSION = { number: 40, period: '2026-01/2026-02', extent: 'throughout', citations: CITED };
const TRACK = { subject: 'A case', status: 'in-force', since: '2026-01', expires: '2026-02', citations: CITED };
const RELATION = { type: 'supports', target: 'special-tribunal-aggression', citations: CITED };
const FORECAST = { statement: 'It will.', by: 'NL', madeOn: '2023', expected: '2023', citations: CITED };
const FIGURE = { measure: 'members', value: 7, unit: 'states', precision: 'exact', asOf: '2026', citations: CITED };
const CONFLICT = {
  field: 'seat',
  values: [
    { value: 'The Hague', citations: CITED },
    { value: 'Hague', citations: NOTE },
  ],
  preferred: null,
  resolution: 'Nobody says.',
};
const REMARK = { text: 'Nothing was found.' };

interface Item {
  readonly id: string;
  readonly version: number;
  readonly [member: string]: unknown;
}

/** Each kind under a mechanism: what is added, what it becomes, and what the answers say of both. */
const KINDS: readonly [name: string, act: string, first: object, then: object, before: object, after: object][] = [
  ['missions', 'mission', MISSION, { ...MISSION, team: 'Five' }, { number: 40, team: null }, { team: 'Five' }],
  ['tracks', 'track', TRACK, { ...TRACK, expires: '2026-08' }, { passed: true }, { expires: '2026-08' }],
  ['forecasts', 'forecast', FORECAST, { ...FORECAST, outcome: 'missed' }, { overdue: true }, { outcome: 'missed' }],
  ['figures', 'figure', FIGURE, { ...FIGURE, value: 8 }, { value: 7 }, { value: 8 }],
  [
    'conflicts',
    'conflict',
    CONFLICT,
    { ...CONFLICT, preferred: 'Hague' },
    { preferred: null },
    { preferred: 'Hague', values: [{ value: 'The Hague' }, { value: 'Hague' }] },
  ],
  ['notes', 'note', REMARK, { text: 'Found.', citations: CITED }, { citations: [] }, { text: 'Found.' }],
];

describe.each(ENGINES)('the whole record is kept by people, on %s', (engine) => {
  let world: World;
  const post = (path: string, body: object, version?: number) => {
    const request = world.as('editor').post(`/v1/${path}`);
    return (version === undefined ? request : request.set('If-Match', `"${version}"`)).send(body);
  };
  const items = async (list: string, query = '', mechanism = 'icpa') => {
    const path = `/v1/mechanisms/${mechanism}/${list}?pageSize=200${query}`;
    return ((await world.as('diplomat').get(path).expect(200)).body as { items: Item[] }).items;
  };
  const one = async (list: string, id: string, query = '') => (await items(list, query)).find((item) => item.id === id);
  const get = async (path: string) => (await world.as('diplomat').get(`/v1/${path}`).expect(200)).body as Item;
  const acted = (answer: Response) => [answer.status, (answer.body as { act: string }).act];

  beforeAll(async () => {
    world = await openWorld(engine, { reference: true });
  });
  afterAll(async () => {
    expect(await world.verify()).toEqual([]);
    await world.close();
  });

  it.each(KINDS)('%s are added, changed, corrected and taken back', async (list, act, first, then, before, after) => {
    const added = await post(`mechanisms/icpa/${list}`, first);
    expect(acted(added)).toEqual([201, `${act}.add`]);
    const { id, seq } = receiptOf(added);
    expect((await world.as('diplomat').get(added.headers.location!)).status).toBe(200);
    expect(await one(list, id, '')).toMatchObject({ ...before, version: 1, class: 'internal' });
    expect((await post(`${list}/${id}/changes`, { ...then, ...BECAUSE })).status).toBe(428);
    expect((await post(`${list}/${id}/changes`, { ...first, ...BECAUSE }, 1)).status).toBe(400);
    const changed = await post(`${list}/${id}/changes`, { ...then, ...BECAUSE }, 1);
    expect(acted(changed)).toEqual([201, `${act}.change`]);
    expect(await one(list, id)).toMatchObject({ ...after, version: 2 });
    expect((await post(`${list}/${id}/corrections`, { ...first, ...BECAUSE }, 1)).status).toBe(412);
    expect(acted(await post(`${list}/${id}/corrections`, { ...first, ...BECAUSE }, 2))).toEqual([
      201,
      `${act}.correct`,
    ]);
    expect(await one(list, id, `&knownAt=${receiptOf(changed).seq}`)).toMatchObject(after);
    expect(await one(list, id)).toMatchObject({ ...before, version: 3 });
    expect(acted(await post(`${list}/${id}/retraction`, BECAUSE, 3))).toEqual([201, `${act}.retract`]);
    expect(await one(list, id)).toBeUndefined();
    expect(await one(list, id, `&knownAt=${seq}`)).toMatchObject(before);
    expect((await post(`${list}/${id}/retraction`, BECAUSE, 4)).status).toBe(409);
  });

  it('a relation keeps the mechanism that it leads to', async () => {
    const added = await post('mechanisms/icpa/relations', RELATION);
    expect(acted(added)).toEqual([201, 'relation.add']);
    const { id } = receiptOf(added);
    const { target, ...rest } = RELATION;
    expect(faultsOf(await post(`relations/${id}/changes`, { ...RELATION, ...BECAUSE }, 1))).toEqual([
      '/target unknown-field',
    ]);
    const again = { ...rest, ...BECAUSE, notes: 'Closely.' };
    expect(acted(await post(`relations/${id}/corrections`, again, 1))).toEqual([201, 'relation.correct']);
    expect(await one('relations', id)).toMatchObject({ notes: 'Closely.', mechanism: { slug: target } });
    const self = await post('mechanisms/icpa/relations', { ...RELATION, target: 'icpa', citations: [] });
    expect(faultsOf(self)).toEqual(['/citations uncited', '/target contradiction']);
    expect(acted(await post(`relations/${id}/retraction`, BECAUSE, 2))).toEqual([201, 'relation.retract']);
  });

  it('a forecast comes to what the events of its mechanism made of it', async () => {
    const { id } = receiptOf(await post('mechanisms/icpa/forecasts', FORECAST));
    const change = (more: object, version = 1) =>
      post(`forecasts/${id}/changes`, { ...FORECAST, ...BECAUSE, ...more }, version);
    expect(faultsOf(await change({ outcome: 'met' }))).toEqual(['/metBy contradiction']);
    expect(faultsOf(await change({ outcome: 'met', metBy: 'nothing' }))).toEqual(['/metBy unknown-reference']);
    const met = { outcome: 'met', metBy: 'icpa-2023-07-03-launch' };
    expect(faultsOf(await change({ ...met, laterEvent: 'icpa-2023-09-us-joins' }))).toEqual([
      '/laterEvent contradiction',
    ]);
    expect(faultsOf(await change({ ...met, expected: '2022' }))).toEqual(['/metBy contradiction']);
    const [foreign] = await items('timeline', '', 'special-tribunal-aggression');
    expect(faultsOf(await change({ outcome: 'missed', laterEvent: foreign!.id }))).toEqual([
      '/laterEvent unknown-reference',
    ]);
    expect(acted(await change(met))).toEqual([201, 'forecast.change']);
    expect(await one('forecasts', id)).toMatchObject({ outcome: 'met', metBy: { slug: met.metBy }, by: { party: {} } });
    const overtaken = { outcome: 'overtaken', laterEvent: 'icpa-2023-09-us-joins' };
    expect(acted(await change(overtaken, 2))).toEqual([201, 'forecast.change']);
    expect(await one('forecasts', id)).toMatchObject({ metBy: null, laterEvent: { slug: overtaken.laterEvent } });
    expect(faultsOf(await change({ by: 'org-nobody' }, 3))).toEqual(['/by unknown-reference']);
    expect(acted(await change({ by: 'A commentator' }, 3))).toEqual([201, 'forecast.change']);
    expect(await one('forecasts', id)).toMatchObject({ by: { name: 'A commentator', party: null } });
  });

  it('each value of a conflict keeps its place while it says the same', async () => {
    const { id } = receiptOf(await post('mechanisms/icpa/conflicts', CONFLICT));
    const [first, second] = CONFLICT.values;
    const values = [
      { value: 'Leiden', citations: NOTE },
      { ...second!, citations: CITED },
    ];
    expect((await post(`conflicts/${id}/changes`, { ...CONFLICT, ...BECAUSE, values }, 1)).status).toBe(201);
    expect(await one('conflicts', id)).toMatchObject({
      values: [
        { value: 'Hague', citations: [{ id: `${id}/values/2/citations/2` }] },
        { value: 'Leiden', citations: [{ id: `${id}/values/3/citations/1` }] },
      ],
    });
    const bad = { ...CONFLICT, values: [{ ...first!, citations: [] }], preferred: 'Leiden' };
    expect(faultsOf(await post('mechanisms/icpa/conflicts', bad))).toEqual(['/values/0/citations uncited']);
    const wrong = { ...CONFLICT, values: [first!], preferred: 'Leiden' };
    expect(faultsOf(await post('mechanisms/icpa/conflicts', wrong))).toEqual([
      '/preferred contradiction',
      '/values contradiction',
    ]);
  });

  it('names every fault as the request had it, and writes nothing', async () => {
    const before = await entriesIn(world);
    const faults = async (path: string, body: object) => faultsOf(await post(path, body));
    expect(await faults('mechanisms/icpa/missions', { number: 0, period: '2026-02-30', citations: [] })).toEqual([
      '/citations uncited',
      '/number wrong-type',
      '/period not-a-date',
    ]);
    // Faults of the shape and those that only the record shows are answered together.
    expect(await faults('mechanisms/icpa/missions', { ...MISSION, verified: 'x', colour: 'red', number: 0 })).toEqual([
      '/colour unknown-field',
      '/number wrong-type',
      '/verified wrong-type',
    ]);
    expect(await faults('parties', { ...STATE, names: 5, iso: 'UA' })).toEqual(['/iso duplicate', '/names wrong-type']);
    expect(await faults('mechanisms/icpa/conflicts', { ...CONFLICT, values: [5, { value: 'A' }], field: ' ' })).toEqual(
      ['/field missing', '/values/0 wrong-type', '/values/1/citations uncited'],
    );
    expect(await faults('mechanisms/icpa/tracks', { ...TRACK, status: 'x', since: '2026/2027' })).toEqual([
      '/since not-a-date',
      '/status not-in-vocabulary',
    ]);
    expect(
      await faults('mechanisms/icpa/figures', { ...FIGURE, measure: 'x', citations: [...CITED, { source: 'x' }] }),
    ).toEqual(['/citations/1/source unknown-reference', '/measure not-in-vocabulary']);
    const wrong = { ...MECHANISM, slug: 'No Slug', kind: 'court', abbreviations: ['A', ' '], website: 'javascript:x' };
    expect(await faults('mechanisms', { ...wrong, legalBases: [{ text: 'A' }], seat: { place: 'Kyiv' } })).toEqual([
      '/abbreviations/1 missing',
      '/legalBases/0/citations uncited',
      '/lifecycle contradiction',
      '/seat/citations uncited',
      '/slug wrong-type',
      '/website wrong-type',
    ]);
    expect(await faults('mechanisms', { ...MECHANISM, slug: 'icpa-fc-centre' })).toEqual(['/slug duplicate']);
    expect(await faults('parties', { ...STATE, id: 'UA', iso: 'UA' })).toEqual(['/id duplicate', '/iso duplicate']);
    expect(await faults('parties', { ...STATE, type: 'organisation', id: 'XK' })).toEqual([
      '/id contradiction',
      '/iso contradiction',
    ]);
    expect(await entriesIn(world)).toBe(before);
  });

  it('parties are added, changed, and taken back once nothing speaks of them', async () => {
    const added = await post('parties', STATE);
    expect(acted(added)).toEqual([201, 'party.add']);
    expect(await get('parties/XK')).toMatchObject({ id: 'XK', iso: 'XK', names: STATE.names, version: 1 });
    const names = { ...STATE.names, nl: 'Kosovo (nl)' };
    expect(acted(await post('parties/XK/changes', { ...STATE, ...BECAUSE, names }, 1))).toEqual([201, 'party.change']);
    expect(acted(await post('parties/XK/corrections', { ...STATE, ...BECAUSE }, 2))).toEqual([201, 'party.correct']);
    const forecast = receiptOf(await post('mechanisms/icpa/forecasts', { ...FORECAST, by: 'XK' }));
    const blocked = await post('parties/XK/retraction', BECAUSE, 3);
    expect([blocked.status, codesOf(blocked)]).toEqual([409, ['still-named']]);
    expect(blocked.body).toMatchObject({ blockers: [{ count: 1, types: ['forecast'] }] });
    expect((await post(`forecasts/${forecast.id}/retraction`, BECAUSE, 1)).status).toBe(201);
    expect(acted(await post('parties/XK/retraction', BECAUSE, 3))).toEqual([201, 'party.retract']);
    expect((await world.as('diplomat').get('/v1/parties/XK')).status).toBe(404);
    // The name of what was taken back stays taken; the state may come again under another.
    expect(faultsOf(await post('parties', { ...STATE, id: 'XK' }))).toEqual(['/id duplicate']);
    const { id } = receiptOf(await post('parties', STATE));
    expect(await get(`parties/${id}`)).toMatchObject({ id, iso: 'XK' });
    expect(faultsOf(await post('parties', STATE))).toEqual(['/iso duplicate']);
  });

  it('a mechanism is added, changed, corrected, and taken back once nothing stands under it', async () => {
    const added = await post('mechanisms', MECHANISM);
    expect(acted(added)).toEqual([201, 'mechanism.add']);
    expect(await get('mechanisms/new-plan')).toMatchObject({
      id: receiptOf(added).id,
      status: null,
      aliases: [{ value: 'Old plan', note: null }],
      seat: { place: 'Kyiv', citations: [{}] },
      legalBases: [{ text: 'A decree', citations: [{}] }],
    });
    const { slug: _, ...again } = { ...MECHANISM, ...BECAUSE };
    const legalBases = [{ text: 'A law', citations: NOTE }, MECHANISM.legalBases[0]];
    expect(acted(await post('mechanisms/new-plan/changes', { ...again, legalBases }, 1))).toEqual([
      201,
      'mechanism.change',
    ]);
    expect(await get('mechanisms/new-plan')).toMatchObject({
      legalBases: [{ text: 'A decree' }, { text: 'A law', citations: [{ source: { id: NOTE[0]!.source } }] }],
    });
    const other = { ...again, kind: 'treaty', lifecycle: 'treaty' };
    expect(acted(await post('mechanisms/new-plan/corrections', other, 2))).toEqual([201, 'mechanism.correct']);
    expect(acted(await post('mechanisms/new-plan/corrections', again, 3))).toEqual([201, 'mechanism.correct']);

    const step = { to: 'presented', effective: '2026-01', reason: 'It was tabled.', citations: CITED };
    const proposed = await post('mechanisms/new-plan/transitions', step);
    expect(acted(proposed)).toEqual([201, 'transition.propose-add']);
    expect(faultsOf(await post('mechanisms/new-plan/changes', other, 4))).toEqual(['/lifecycle contradiction']);
    const note = receiptOf(await post('mechanisms/new-plan/notes', REMARK));
    const relation = receiptOf(await post('mechanisms/icpa/relations', { ...RELATION, target: 'new-plan' }));
    const blocked = await post('mechanisms/new-plan/retraction', BECAUSE, 4);
    expect([blocked.status, codesOf(blocked)]).toEqual([409, ['still-standing']]);
    expect(blocked.body).toMatchObject({ blockers: [{ count: 3, types: ['note', 'relation', 'transition'] }] });
    await post(`transitions/${receiptOf(proposed).id}/withdrawal`, { reason: 'Too early.' }).expect(201);
    await post(`notes/${note.id}/retraction`, BECAUSE, 1).expect(201);
    await post(`relations/${relation.id}/retraction`, BECAUSE, 1).expect(201);
    expect(acted(await post('mechanisms/new-plan/retraction', BECAUSE, 4))).toEqual([201, 'mechanism.retract']);
    expect((await world.as('diplomat').get('/v1/mechanisms/new-plan')).status).toBe(404);
    expect((await post('mechanisms/new-plan/notes', REMARK)).status).toBe(409);
  });

  it('whatever stands at the place of a member, it is refused in words or recorded', async () => {
    const wishes = [
      ...KINDS.map(([list, , first]) => [`mechanisms/icpa/${list}`, first] as const),
      ['mechanisms/icpa/relations', RELATION] as const,
      ['parties', { ...STATE, id: 'XX', iso: 'XX' }] as const,
      ['mechanisms', MECHANISM] as const,
    ];
    for (const [path, wish] of wishes)
      for (const absurd of absurdities(wish)) {
        const { status, text } = await post(path, absurd as object);
        expect([path, JSON.stringify(absurd).slice(0, 500), status < 500 ? '' : text]).toEqual([
          path,
          expect.anything(),
          '',
        ]);
      }
  }, 600_000);

  it('whoever is no editor writes none of it', async () => {
    for (const who of ['approver', 'diplomat', 'auditor', 'admin'])
      for (const path of ['mechanisms', 'parties', 'mechanisms/icpa/notes'])
        expect([who, path, (await world.as(who).post(`/v1/${path}`).send(REMARK)).status]).toEqual([who, path, 403]);
  });
});

const STATE = { type: 'state', iso: 'XK', names: { en: 'Kosovo', nl: 'Kosovo', uk: 'Косово' } };
const MECHANISM = {
  slug: 'new-plan',
  kind: 'plan',
  lifecycle: 'plan',
  names: { en: 'A plan', nl: 'Een plan', uk: 'План' },
  abbreviations: ['NP'],
  aliases: [{ value: 'Old plan', lang: 'en' }],
  description: 'A plan for peace.',
  seat: { place: 'Kyiv', country: 'UA', citations: CITED },
  legalBases: [{ text: 'A decree', citations: CITED }],
};

const ABSURD = [null, '', '\u0001', 'a'.repeat(26), 'y'.repeat(30_000), -1, 5e9, 1e300, true, [null], {}];

/** The same body again and again, with something absurd at one place each time. */
function absurdities(body: object): unknown[] {
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
    const instead = [...ABSURD, ...(typeof value === 'object' && value !== null ? absurdities(value) : [])];
    return instead.map((absurd) =>
      Array.isArray(body)
        ? body.map((item: unknown, at) => (String(at) === name ? absurd : item))
        : { ...body, [name]: absurd },
    );
  });
}
