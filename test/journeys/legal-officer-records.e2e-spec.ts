import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Response } from 'supertest';
import { ENGINES } from '../support/place.js';
import { openWorld, type World } from '../support/world.js';
import { CITED, codesOf, DORMANT, entriesIn, possibleOf, propose, receiptOf, transitionsOf } from './steps.js';

const BECAUSE = { because: 'The source was read again.' };
const EVENT = {
  kind: 'statement',
  happened: '2026-03-01',
  title: 'A statement',
  description: 'What was said.',
  citations: CITED,
};
const SOURCE = { title: 'T', publisher: 'P', type: 'primary', date: '2026-01', url: null, language: 'en' };

interface Item {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly end: string;
  readonly acts: readonly { readonly act: string }[];
  readonly citations: readonly { readonly id: string }[];
  readonly status: string;
}

describe.each(ENGINES)('the legal officer writes by hand, on %s', (engine) => {
  let world: World;
  const post = (path: string, body: object, version?: number) => {
    const request = world.as('editor').post(`/v1/${path}`);
    return (version === undefined ? request : request.set('If-Match', `"${version}"`)).send(body);
  };
  const list = async (path: string, who = 'auditor'): Promise<readonly Item[]> => {
    const answer = await world.as(who).get(`/v1/${path}`).expect(200);
    return (answer.body as { items: Item[] }).items;
  };
  const one = async (path: string, id: string, query = '', who = 'auditor') =>
    (await list(`mechanisms/icpa/${path}?pageSize=200${query}`, who)).find((item) => item.id === id);
  const acted = (answer: Response) => {
    const { act, state } = answer.body as { act: string; state: string };
    return [answer.status, act, state];
  };

  beforeAll(async () => {
    world = await openWorld(engine, { reference: true });
  });
  afterAll(async () => {
    await world.close();
  });

  it('an event is added, corrected, changed and taken back; what was known stays', async () => {
    const added = await post('mechanisms/icpa/events', EVENT);
    expect(acted(added)).toEqual([201, 'event.add', 'recorded']);
    const { id, seq } = receiptOf(added);
    expect((await world.as('diplomat').get(added.headers.location!)).status).toBe(200);
    const citations = [...CITED, { source: 'nl-note-2023-l638' }];
    const corrected = await post(
      `events/${id}/corrections`,
      { ...EVENT, ...BECAUSE, title: 'Read again', citations },
      1,
    );
    expect(acted(corrected)).toEqual([201, 'event.correct', 'recorded']);
    const changed = await post(`events/${id}/changes`, { ...EVENT, ...BECAUSE, citations: [citations[1]!] }, 2);
    expect(acted(changed)).toEqual([201, 'event.change', 'recorded']);
    // A citation that stayed kept its ordinal.
    expect((await one('timeline', id))!.citations).toMatchObject([{ id: `${id}/citations/2` }]);
    expect(acted(await post(`events/${id}/retraction`, BECAUSE, 3))).toEqual([201, 'event.retract', 'recorded']);
    expect(await one('timeline', id)).toBeUndefined();
    expect(await one('timeline', id, `&knownAt=${seq}`)).toMatchObject({ title: EVENT.title, version: 1 });
    expect(await one('timeline', id, `&knownAt=${receiptOf(corrected).seq}`)).toMatchObject({ title: 'Read again' });
    expect((await post(`events/${id}/changes`, { ...EVENT, ...BECAUSE }, 4)).status).toBe(409);
  });

  it('a participation follows from its acts, however late they are recorded', async () => {
    const act = (name: string, happened: string | null) => ({ act: name, happened, citations: CITED });
    const added = await post('mechanisms/icpa/participations', {
      party: 'SK',
      role: 'participant',
      acts: [act('joined', '2024-05')],
    });
    expect(acted(added)).toEqual([201, 'participation.add', 'recorded']);
    const { id } = receiptOf(added);
    const now = () => one('participants', id, '&validOn=2025-06-01');
    expect(await now()).toMatchObject({ since: '2024-05', until: null, end: 'unknown' });
    expect((await now())!.citations).toHaveLength(1);

    await post(`participations/${id}/acts`, act('left', '2026-02'), 1).expect(201);
    expect(await now()).toMatchObject({ since: '2024-05', until: '2026-02', end: 'ended' });
    await post(
      `participations/${id}/acts`,
      { ...act('withdrawal-notified', '2025-11'), citations: [{ source: 'nl-note-2023-l638' }] },
      2,
    ).expect(201);
    expect((await now())!.citations).toHaveLength(2);
    await post(`participations/${id}/acts`, act('joined', '2023-09'), 3).expect(201);
    expect(await now()).toMatchObject({ since: '2023-09', until: '2026-02', end: 'ended', version: 4 });
    await post(
      `participations/${id}/acts`,
      { ...act('joined', '2026-03'), end: 'open', attestedUntil: '2026-04' },
      4,
    ).expect(201);
    expect(await now()).toMatchObject({ since: '2023-09', until: null, end: 'open' });
    const twice = await post(`participations/${id}/acts`, { ...act('danced', '2023-02-30'), citations: [] }, 5);
    expect(twice.body).toMatchObject({
      errors: [{ pointer: '/act' }, { pointer: '/happened' }, { pointer: '/citations', code: 'uncited' }],
    });

    const acts = [act('joined', '2023-09'), act('left', '2026-02?')];
    await post(`participations/${id}/corrections`, { ...BECAUSE, party: 'SK', role: 'participant', acts }, 5).expect(
      201,
    );
    expect(await now()).toMatchObject({ since: '2023-09', until: '2026-02?', end: 'ended' });
    const ordinals = await world.store.db.all<{ n: number }>(
      'SELECT n FROM participation_act WHERE record_id = ? AND until_seq = 2147483647 ORDER BY n',
      [id],
    );
    // The act that stayed kept its ordinal; the other got one that was never used.
    expect(ordinals.map(({ n }) => n)).toEqual([4, 6]);
    await post(`participations/${id}/retraction`, BECAUSE, 6).expect(201);
    expect(await now()).toBeUndefined();
  });

  it('one act alone is refused where it would make the summary forget what it states', async () => {
    const [host] = (await list('mechanisms/icpa/participants?role=host')) as [Item];
    const left = { act: 'left', happened: '2026-06', citations: CITED };
    const refused = await post(`participations/${host.id}/acts`, left, host.version);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/act', code: 'contradiction' }] });
  });

  it('conditions: a party’s is recorded at once; the mechanism’s own, and settled ones, take two', async () => {
    const name = 'special-tribunal-aggression';
    const wish = { holder: 'NL', bearsOn: 'hosting', text: 'Money.', citations: CITED };
    const direct = await post(`mechanisms/${name}/conditions`, wish);
    expect(acted(direct)).toEqual([201, 'condition.add', 'recorded']);
    const { id } = receiptOf(direct);
    expect(acted(await post(`conditions/${id}/changes`, { ...wish, ...BECAUSE, text: 'More money.' }, 1))).toEqual([
      201,
      'condition.change',
      'recorded',
    ]);
    const settling = { ...BECAUSE, status: 'waived', citations: CITED };
    const settled = await post(`conditions/${id}/settlement`, settling, 2);
    expect(acted(settled)).toEqual([201, 'condition.propose-change', 'open']);
    for (const [path, body] of [
      ['settlement', settling],
      ['retraction', BECAUSE],
      ['changes', { ...wish, ...BECAUSE, text: 'Less.' }],
    ] as const)
      expect(codesOf(await post(`conditions/${id}/${path}`, body, 2))).toEqual(['proposal-open']);
    await post(`conditions/${id}/withdrawal`, { reason: 'Too early.' }).expect(201);
    // Nothing of what was read has changed: the version of then is good enough.
    const again = receiptOf(await post(`conditions/${id}/settlement`, settling, 2).expect(201));
    await world
      .as('approver')
      .post(`/v1/conditions/${id}/approval`)
      .send({ contentHash: again.contentHash })
      .expect(201);
    const standing = receiptOf(await world.as('editor').get(`/v1/conditions/${id}`).expect(200));
    const reopened = await post(`conditions/${id}/corrections`, { ...wish, ...BECAUSE }, standing.version);
    expect(acted(reopened)).toEqual([201, 'condition.propose-correct', 'open']);

    const own = { ...wish, holder: 'mechanism', bearsOn: 'status:established' };
    const proposed = await post(`mechanisms/${name}/conditions`, own);
    expect(acted(proposed)).toEqual([201, 'condition.propose-add', 'open']);
    const waiting = receiptOf(proposed);
    const shown = async () => (await list(`mechanisms/${name}/conditions?pageSize=200`)).map((item) => item.id);
    expect(await shown()).not.toContain(waiting.id);
    expect((await post(`conditions/${waiting.id}/changes`, { ...own, ...BECAUSE }, 1)).status).toBe(409);
    expect((await list(`mechanisms/${name}/condition-proposals`)).map((item) => item.id)).toContain(waiting.id);
    await world
      .as('approver')
      .post(`/v1/conditions/${waiting.id}/approval`)
      .send({ contentHash: waiting.contentHash })
      .expect(201);
    expect(await shown()).toContain(waiting.id);
    expect(acted(await post(`conditions/${waiting.id}/retraction`, BECAUSE, 2))).toEqual([
      201,
      'condition.propose-retract',
      'open',
    ]);
  });

  it('a source stays while anything rests on it, open proposals and passages among it', async () => {
    const { id } = receiptOf(await post('sources', SOURCE).expect(201));
    const step = receiptOf(await propose(world, 'icpa', { ...DORMANT, citations: [{ source: id }] }));
    const retract = () => post(`sources/${id}/retraction`, BECAUSE, 1);
    expect((await retract()).body).toMatchObject({ code: 'blocked', blockers: [{ code: 'still-cited', count: 1 }] });
    await post(`transitions/${step.id}/withdrawal`, { reason: 'Enough.' }).expect(201);
    const part = receiptOf(await post('sources', { ...SOURCE, partOf: id, locator: 'p. 1' }).expect(201));
    expect(codesOf(await retract())).toEqual(['still-cited']);
    await post(`sources/${part.id}/changes`, { ...SOURCE, ...BECAUSE, title: 'On its own' }, 1).expect(201);
    expect(acted(await retract())).toEqual([201, 'source.retract', 'recorded']);
    expect((await post('mechanisms/icpa/events', { ...EVENT, citations: [{ source: id }] })).status).toBe(400);
    const revised = await post('sources/nl-note-2023-l638/corrections', { ...SOURCE, ...BECAUSE }, 1);
    expect(revised.body).toMatchObject({ id: 'nl-note-2023-l638', act: 'source.correct' });
  });

  it('a class is raised for good: the past is hidden with the present, and nothing rests on what is higher', async () => {
    const raise = (path: string, higher: string, version: number) =>
      post(`${path}/classification`, { class: higher, reason: 'Named a witness.' }, version);
    const source = receiptOf(await post('sources', SOURCE).expect(201));
    const event = receiptOf(
      await post('mechanisms/icpa/events', { ...EVENT, citations: [{ source: source.id }] }).expect(201),
    );
    expect(codesOf(await raise(`sources/${source.id}`, 'confidential', 1))).toEqual(['cited-by-lower']);
    const raised = await raise(`events/${event.id}`, 'confidential', 1);
    expect(acted(raised)).toEqual([201, 'event.classify', 'recorded']);
    expect(codesOf(await raise(`events/${event.id}`, 'internal', 2))).toEqual(['lowering-needs-proposal']);
    expect((await raise(`events/${event.id}`, 'confidential', 2)).status).toBe(400);
    for (const query of ['', `&knownAt=${event.seq}`]) {
      expect(await one('timeline', event.id, query, 'diplomat')).toBeUndefined();
      expect(await one('timeline', event.id, query, 'editor')).toMatchObject({ id: event.id });
    }
    expect(acted(await raise(`sources/${source.id}`, 'confidential', 1))).toEqual([201, 'source.classify', 'recorded']);
    expect((await post('mechanisms/icpa/events', { ...EVENT, citations: [{ source: source.id }] })).body).toMatchObject(
      {
        errors: [{ pointer: '/citations/0/source', code: 'source-classed-above' }],
      },
    );
  });

  it('with a mechanism all that hangs on it is raised: steps, proposals and history, at every moment', async () => {
    const waiting = receiptOf(await propose(world, 'ciced', possibleOf(await transitionsOf(world, 'ciced'))));
    const condition = receiptOf(
      await post('mechanisms/ciced/conditions', {
        holder: 'NL',
        bearsOn: 'support',
        text: 'Money.',
        status: 'waived',
        citations: CITED,
      }),
    );
    const { version } = receiptOf(await world.as('editor').get('/v1/mechanisms/ciced').expect(200));
    const before = await entriesIn(world);
    await post('mechanisms/ciced/classification', { class: 'confidential', reason: 'A leak.' }, version).expect(201);
    const addresses = [
      'mechanisms/ciced',
      'mechanisms/ciced/transitions',
      `transitions/${waiting.id}`,
      `conditions/${condition.id}`,
    ];
    for (const address of addresses)
      for (const query of ['', `?knownAt=${before}`]) {
        expect([address, (await world.as('diplomat').get(`/v1/${address}${query}`)).status]).toEqual([address, 404]);
        expect([address, (await world.as('approver').get(`/v1/${address}${query}`)).status]).toEqual([address, 200]);
      }
    const told = async (who: string) => (await world.as(who).get(`/v1/records/${waiting.id}/history`)).text;
    expect(await told('approver')).toContain('transition.propose-add');
    expect(await told('diplomat')).not.toContain('transition.propose-add');
    await world
      .as('approver')
      .post(`/v1/conditions/${condition.id}/approval`)
      .send({ contentHash: condition.contentHash })
      .expect(201);
    expect((await world.as('diplomat').get(`/v1/conditions/${condition.id}`)).status).toBe(404);
  });

  it('after all this the tables are those that the entries give', async () => {
    expect(await world.verify()).toEqual([]);
  });
});
