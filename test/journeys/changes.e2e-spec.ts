import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyChange, type Content, type RecordChange, sightOf, toFields, undoChange } from '@zvit/domain';
import { reviseRecord, Surrounded } from '@zvit/store';
import { add, eventOf, type Minimal, WRITER } from '../support/minimal.js';
import { all, get, type Item } from '../support/pages.js';
import { ENGINES } from '../support/place.js';
import { begin, HIDDEN } from '../support/secret-acts.js';
import { openWorld, type World } from '../support/world.js';
import { approve, CITED, DORMANT, entriesIn, faultsOf, move, propose, receiptOf } from './steps.js';

const EVENT = {
  kind: 'statement',
  happened: '2026-10-01',
  title: 'A statement of the sponsors',
  description: 'They say what comes next.',
  place: 'The Hague',
  verified: true,
  citations: CITED,
};

/** Every record of an answer as it would be after it, or before it; the answer is all that is known of the record. */
function laid(states: ReadonlyMap<string, Content>, changes: readonly Item[], back = false): Map<string, Content> {
  const after = new Map(states);
  for (const item of changes) {
    const { id } = item.record as { id: string };
    const from = after.get(id) ?? null;
    const to = back
      ? undoChange(from, item as unknown as RecordChange)
      : applyChange(from, item as unknown as RecordChange);
    if (to === null) after.delete(id);
    else after.set(id, to);
  }
  return after;
}

/** States in an order that does not depend on how they came about. */
const said = (states: ReadonlyMap<string, Content>) =>
  [...states.keys()]
    .sort()
    .map((id) => [id, ...[...toFields(states.get(id)!)].map((leaf) => JSON.stringify(leaf)).sort()]);

const ofRecord = (items: readonly Item[], id: string): Item => items.find((item) => item.record.id === id)!;

describe.each(ENGINES)('what changed, on %s', (engine) => {
  let world: World;
  let start: number;
  let mechanism: string;
  const changes = (query: string, who = 'diplomat', pageSize = 200) =>
    all(world, who, `/v1/changes?${query}`, pageSize);
  const act = async (path: string, body: object, version?: number, who = 'editor') => {
    const asked = world.as(who).post(path);
    if (version !== undefined) asked.set('If-Match', `"${version}"`);
    const answer = await asked.send(body);
    if (answer.status !== 201) throw new Error(answer.text);
    return receiptOf(answer);
  };
  const addEvent = (more: object = {}) => act('/v1/mechanisms/icpa/events', { ...EVENT, ...more });
  const revise = (id: string, what: 'changes' | 'corrections', version: number, more: object) =>
    act(`/v1/events/${id}/${what}`, { ...EVENT, ...more, because: `So it is: ${what}.` }, version);

  beforeAll(async () => {
    world = await openWorld(engine, { reference: true });
    start = await entriesIn(world);
    mechanism = (await get(world, 'diplomat', '/v1/mechanisms/icpa')).id as string;
  }, 120_000);
  afterAll(() => world.close());

  it('tells a correction from a change, leaf by leaf, with citations and with who did it and why', async () => {
    const event = await addEvent();
    const [corrected, changed, both] = [event, await addEvent(), await addEvent()];
    const from = await entriesIn(world);
    const was = { citations: [{ ...CITED[0]!, quote: 'another quote' }] };
    const one = await revise(corrected.id, 'corrections', 1, { title: 'What they said', ...was });
    await revise(changed.id, 'changes', 1, { place: 'Kyiv' });
    await revise(both.id, 'corrections', 1, { title: 'What they said' });
    await revise(both.id, 'changes', 2, { title: 'What they said', place: 'Kyiv' });
    const items = await changes(`from=${from}`);
    expect(items.map((item) => [item.record.id, item.change])).toEqual([
      [both.id, 'changed'],
      [changed.id, 'changed'],
      [corrected.id, 'corrected'],
    ]);
    expect(items[2]).toEqual({
      record: { type: 'event', id: corrected.id, slug: null },
      mechanism: { id: mechanism, slug: 'icpa' },
      change: 'corrected',
      fields: [
        { pointer: '/citations/1/locator', before: 'p. 2', corrected: true },
        { pointer: '/citations/1/quote', before: CITED[0]!.quote, corrected: true },
        { pointer: '/citations/1/source', before: CITED[0]!.source, corrected: true },
        { pointer: '/citations/2/locator', after: 'p. 2', corrected: true },
        { pointer: '/citations/2/quote', after: 'another quote', corrected: true },
        { pointer: '/citations/2/source', after: CITED[0]!.source, corrected: true },
        { pointer: '/title', before: EVENT.title, after: 'What they said', corrected: true },
      ],
      acts: [
        {
          seq: one.seq,
          act: 'event.correct',
          recordedAt: expect.any(String),
          actor: { id: world.people.get('editor')!.person, name: 'Edith Or' },
          reason: 'So it is: corrections.',
        },
      ],
    });
    expect(items[0]!.fields).toEqual([
      { pointer: '/place', before: 'The Hague', after: 'Kyiv', corrected: false },
      { pointer: '/title', before: EVENT.title, after: 'What they said', corrected: true },
    ]);
    expect(items[0]!.acts.map((each: Item) => each.act)).toEqual(['event.correct', 'event.change']);
    // Page by page it is the same list, and from the instant of a position the same as from the position.
    expect(await changes(`from=${from}`, 'diplomat', 1)).toEqual(items);
    const instant = (await get(world, 'auditor', `/v1/history/${from}`)).recordedAt as string;
    const early = await changes(`from=${from}&to=${one.seq}`);
    expect(early.map((item) => item.record.id)).toEqual([corrected.id]);
    expect(await changes(`from=${instant}&to=${one.seq}&knownAt=${await entriesIn(world)}`)).toEqual(early);
    expect(await changes(`from=${from}&knownAt=${one.seq}`)).toEqual(early);
  });

  it('laid on the first state gives the second, and back', async () => {
    const from = await entriesIn(world);
    const kept = await addEvent();
    const taken = await addEvent();
    const middle = await entriesIn(world);
    await act(`/v1/events/${taken.id}/retraction`, { because: 'It did not happen.' }, 1);
    await revise(kept.id, 'changes', 1, { place: null, notes: 'Nobody says where.' });
    await move(world, 'icpa', DORMANT);
    const to = await entriesIn(world);
    const positions = [start, middle, to];
    const whole = new Map<number, Map<string, Content>>();
    for (const seq of [0, ...positions]) whole.set(seq, laid(new Map(), await changes(`to=${seq}`)));
    expect(whole.get(0)!.size).toBe(0);
    // All that the reference data has, and nothing of those who keep it.
    const events = await all(world, 'diplomat', `/v1/timeline?knownAt=${start}`);
    const first = await changes(`to=${start}&type=event`);
    expect(first.map((item) => item.record.slug).sort()).toEqual(events.map((event) => event.slug).sort());
    for (const [at, one] of positions.entries())
      for (const other of positions.slice(at)) {
        const between = await changes(`from=${one}&to=${other}`);
        expect(said(laid(whole.get(one)!, between))).toEqual(said(whole.get(other)!));
        expect(said(laid(whole.get(other)!, between, true))).toEqual(said(whole.get(one)!));
      }
    const last = await changes(`from=${middle}&to=${to}`);
    expect(ofRecord(last, taken.id)).toMatchObject({ change: 'removed', mechanism: { slug: 'icpa' } });
    expect(ofRecord(last, taken.id).acts[0]).toMatchObject({ act: 'event.retract', reason: 'It did not happen.' });
    expect(last.filter((item) => item.record.type === 'transition')).toMatchObject([
      { change: 'added', acts: [{ act: 'transition.propose-add' }, { act: 'transition.approve' }] },
    ]);
    // Added and taken back in between: nothing of it stands at either end.
    expect(ofRecord(await changes(`from=${from}&to=${to}`), taken.id)).toBeUndefined();
  });

  it('of a step that was corrected by proposal and approval is a correction; the proposal alone is nothing', async () => {
    const [step] = (await changes(`from=${start}&type=transition`)) as [Item];
    const from = await entriesIn(world);
    const { id } = step.record as { id: string };
    const version = (await get(world, 'editor', `/v1/transitions/${id}`)).version as number;
    const wish = { ...DORMANT, effective: '2026-04', because: 'April, by its own words.' };
    const proposed = await act(`/v1/transitions/${id}/corrections`, wish, version);
    expect(await changes(`from=${from}`)).toEqual([]);
    expect((await approve(world, proposed)).status).toBe(201);
    const items = await changes(`from=${from}`);
    expect(items).toMatchObject([
      { record: { id }, change: 'corrected', fields: [{ pointer: '/date', before: '2026-03', after: '2026-04' }] },
    ]);
  });

  it('of a step that begins elsewhere because of a late one is told with the act on the other', async () => {
    const name = 'atrocity-crimes-advisory-group';
    const ended = await move(world, name, { ...DORMANT, to: 'dissolved', effective: '2026-08' });
    const from = await entriesIn(world);
    const late = await move(world, name, { ...DORMANT, effective: '2026-05' });
    const items = await changes(`from=${from}`);
    expect(items.map((item) => [item.record.id, item.change])).toEqual([
      [late, 'added'],
      [ended, 'changed'],
    ]);
    expect(items[1]).toMatchObject({
      fields: [{ pointer: '/from', before: 'operational', after: 'dormant', corrected: false }],
      acts: [{ act: 'transition.approve', seq: items[0]!.acts[1].seq }],
    });
  });

  it('is filtered by mechanism, type and party', async () => {
    const items = await changes(`from=0&to=${start}`);
    const some = async (query: string) => (await changes(`to=${start}&${query}`)).map((item) => item.record.id).sort();
    const expected = (keep: (item: Item) => boolean) =>
      items
        .filter(keep)
        .map((item) => item.record.id as string)
        .sort();
    const target = (item: Item) => item.fields.find((field: Item) => field.pointer === '/target')?.after;
    const ofIcpa = expected((item) => item.mechanism?.id === mechanism || target(item) === mechanism);
    expect(await some('mechanism=icpa')).toEqual(ofIcpa);
    expect(await some('type=figure,track')).toEqual(expected((item) => ['figure', 'track'].includes(item.record.type)));
    const says = (item: Item, pointer: string) =>
      item.fields.some((field: Item) => field.pointer === pointer && field.after === 'NL');
    const ofNl = expected(
      (item) =>
        (item.record.type === 'participation' && says(item, '/party')) ||
        (item.record.type === 'condition' && says(item, '/holder')) ||
        (item.record.type === 'party' && item.record.slug === 'NL'),
    );
    expect(await some('party=NL')).toEqual(ofNl);
    for (const found of [ofIcpa, ofNl]) expect(found.length).toBeGreaterThan(3);
    expect(await some('party=NL&type=event')).toEqual([]);
    expect(new Set(items.map((item) => item.record.type)).size).toBe(16);
  });

  it('in the world is what is another on the second day: belonging, status, conditions, time that has run out', async () => {
    const [from, to] = ['2023-01-01', '2025-12-31'];
    const moment = `knownAt=${start}`;
    const items = await changes(`axis=world&from=${from}&to=${to}&${moment}`);
    const seen = new Map(items.map((item) => [`${item.record.id}`, item]));
    const mechanisms = await all(world, 'diplomat', `/v1/mechanisms?${moment}`);
    const counted = { mechanism: 0, participation: 0, condition: 0, track: 0 };
    for (const { id } of mechanisms) {
      const read = async (path: string, day: string) =>
        get(world, 'diplomat', `/v1/mechanisms/${id}/${path}validOn=${day}&${moment}`);
      const [before, after] = [await read('status?', from), await read('status?', to)];
      const item = seen.get(id as string);
      const moved = JSON.stringify([before.id, before.renewedOn]) !== JSON.stringify([after.id, after.renewedOn]);
      expect([id, moved && item === undefined]).toEqual([id, false]);
      if (before.id !== after.id) {
        counted.mechanism += 1;
        const status = item!.fields.find((field: Item) => field.pointer === '/status/id');
        expect([status.before ?? null, status.after ?? null]).toEqual([before.id, after.id]);
      }
      for (const [type, path, field] of [
        ['participation', 'participants?all=true&', 'standing'],
        ['track', 'tracks?', 'passed'],
      ] as const) {
        const later = new Map(
          (await all(world, 'diplomat', `/v1/mechanisms/${id}/${path}validOn=${to}&${moment}`)).map((one) => [
            one.id,
            one[field],
          ]),
        );
        for (const one of await all(world, 'diplomat', `/v1/mechanisms/${id}/${path}validOn=${from}&${moment}`)) {
          const found = seen.get(one.id as string);
          if (one[field] === later.get(one.id)) expect(found).toBeUndefined();
          else {
            counted[type] += 1;
            const corrected = false;
            expect(found!.fields).toEqual([
              { pointer: `/${field}`, before: one[field], after: later.get(one.id), corrected },
            ]);
            const change = one[field] === 'no' ? 'added' : later.get(one.id) === 'no' ? 'removed' : 'changed';
            expect(found).toMatchObject({ change, acts: [], record: { type } });
          }
        }
      }
    }
    counted.condition = items.filter((item) => item.record.type === 'condition').length;
    for (const item of items.filter((one) => one.record.type === 'condition'))
      expect(item.fields).toMatchObject([{ pointer: '/met', before: 'no' }]);
    expect(counted.mechanism + counted.participation + counted.condition).toBeGreaterThan(20);
    expect(Math.min(counted.mechanism, counted.participation, counted.condition)).toBeGreaterThan(0);
    expect(await changes(`axis=world&from=${from}&to=${to}&${moment}`, 'diplomat', 3)).toEqual(items);
    expect(await changes(`axis=world&from=${to}&to=${to}`)).toEqual([]);
    const nl = await changes(`axis=world&from=${from}&to=${to}&party=NL&${moment}`);
    expect(new Set(nl.map((item) => item.record.type))).not.toContain('mechanism');
    expect(nl.length).toBeGreaterThan(0);
  });

  it('refuses what is no stretch', async () => {
    const faults = async (query: string) => {
      const answer = await world.as('diplomat').get(`/v1/changes?${query}`);
      return [answer.status, ...faultsOf(answer)];
    };
    expect(await faults('from=yesterday')).toEqual([400, '/from not-a-date']);
    expect(await faults('to=9999999999')).toEqual([400, '/to not-a-date']);
    expect(await faults('from=5&to=4')).toEqual([400, '/to end-before-begin']);
    expect(await faults('axis=world')).toEqual([400, '/from missing', '/to missing']);
    expect(await faults('axis=world&from=2023-02-30&to=17')).toEqual([400, '/from not-a-date', '/to not-a-date']);
    expect(await faults('axis=world&from=2024-01-01&to=2023-01-01')).toEqual([400, '/to end-before-begin']);
    expect(await faults('mechanism=nothing')).toEqual([400, '/mechanism unknown-reference']);
    expect((await faults('type=account'))[0]).toBe(400);
    expect((await faults('axis=time'))[0]).toBe(400);
    expect((await world.as('admin').get('/v1/changes')).status).toBe(403);
    expect((await propose(world, 'icpa', {})).status).toBe(400);
  });
});

describe.each(ENGINES)('what changed, and who may know, on %s', (engine) => {
  let world: World;
  let minimal: Minimal;
  const changes = (query: string, who: string) => all(world, who, `/v1/changes?${query}`);
  const classify = (id: string, to: string, verb: 'change' | 'correct' = 'change') =>
    world.store.act(WRITER, (tx) =>
      reviseRecord(tx, new Surrounded(tx, sightOf(WRITER.roles)), 'event', id, verb, (content) => ({
        ...content,
        class: to,
      })),
    );
  beforeAll(async () => {
    world = await openWorld(engine);
    minimal = await begin(world);
  }, 120_000);
  afterAll(() => world.close());

  it('does not show in any answer that acts were done in secret', async () => {
    const before = await changes('', 'diplomat');
    const from = await entriesIn(world);
    for (const [n, act] of HIDDEN.entries()) await act(world, minimal, n);
    const to = await entriesIn(world);
    expect(await changes('', 'diplomat')).toEqual(before);
    for (const one of [from, to - 1])
      for (const query of [`from=${one}`, `to=${one}`, `from=${one}&party=NL`, `from=${one}&mechanism=a-tribunal`])
        expect([query, await changes(query, 'diplomat')]).toEqual([query, query.startsWith('to') ? before : []]);
    const seen = await changes(`from=${from}`, 'editor');
    expect(seen.length).toBeGreaterThanOrEqual(HIDDEN.length);
    const journal = await world.store.db.all<{ bytes: string }>('SELECT bytes FROM access_journal');
    const noted = (id: string) => journal.some((row) => row.bytes.includes(id));
    expect(seen.filter((item) => !noted(item.record.id as string))).toEqual([]);
    const world2 = `axis=world&from=2020-01-01&to=2026-01-01`;
    expect(await changes(world2, 'diplomat')).toEqual([]);
    expect((await changes(world2, 'editor')).map((item) => item.record.type)).toEqual(['participation']);
  });

  it('goes by the higher class, then and now: what was raised is gone at both ends, what was lowered comes into sight', async () => {
    const from = await entriesIn(world);
    const event = await add(world.store, 'event', { ...eventOf(minimal, 'First open, then not'), class: 'internal' });
    expect(await changes(`from=${from}`, 'diplomat')).toMatchObject([{ record: { id: event.id }, change: 'added' }]);
    const raised = await classify(event.id, 'confidential');
    for (const query of [`from=${from}`, `from=${from}&to=${event.seq}`, `from=${event.seq}`])
      expect(await changes(query, 'diplomat')).toEqual([]);
    expect(await changes(`from=${event.seq}`, 'editor')).toMatchObject([
      { change: 'changed', fields: [{ pointer: '/class', before: 'internal', after: 'confidential' }] },
    ]);
    const lowered = await classify(event.id, 'public');
    const seen = await changes(`from=${raised.seq}`, 'diplomat');
    expect(seen).toMatchObject([{ record: { id: event.id }, change: 'added', acts: [{ seq: lowered.seq }] }]);
    expect(await changes(`from=${raised.seq}`, 'editor')).toMatchObject([{ change: 'changed' }]);
    expect(await changes(`from=${event.seq}&to=${raised.seq}`, 'diplomat')).toMatchObject([
      { change: 'removed', acts: [] },
    ]);
  });

  it('names nothing that may not be seen, not even by its id', async () => {
    const secret = await add(world.store, 'event', { ...eventOf(minimal, 'What met it'), class: 'confidential' });
    await add(world.store, 'vocabulary', { key: 'forecast_outcomes', terms: { 1: { id: 'open' }, 2: { id: 'met' } } });
    const from = await entriesIn(world);
    const forecast = {
      mechanism: minimal.mechanism,
      statement: 'It will open.',
      by: minimal.party,
      madeOn: '2023-01-01',
      expected: '2023-05',
      outcome: 'met',
      metBy: secret.id,
      verified: true,
      citations: { 1: { source: minimal.source } },
    };
    await add(world.store, 'forecast', forecast);
    const [seen] = await changes(`from=${from}&type=forecast`, 'diplomat');
    const [whole] = await changes(`from=${from}&type=forecast`, 'editor');
    expect(JSON.stringify(seen)).not.toContain(secret.id);
    const metBy = (item: Item) => item.fields.find((field: Item) => field.pointer === '/metBy')?.after;
    expect([metBy(seen!), metBy(whole!)]).toEqual([undefined, secret.id]);
    // A party by the name that the data has for it.
    expect(seen!.fields).toContainEqual({ pointer: '/by', after: 'NL', corrected: false });
  });

  it('shows a renewal in the world as one: the status stays and is renewed', async () => {
    const step = (to: string, effective: string) => ({
      to,
      effective,
      reason: 'As the source says.',
      citations: [{ source: minimal.source }],
    });
    await move(world, 'a-tribunal', step('proposed', '2023-01-01'));
    await move(world, 'a-tribunal', step('open', '2023-02-01'));
    await move(world, 'a-tribunal', step('closed', '2023-12-01'));
    await move(world, 'a-tribunal', step('open', '2023-06-01'));
    const day = (axis: string) => changes(`axis=world&mechanism=a-tribunal&type=mechanism&${axis}`, 'diplomat');
    expect(await day('from=2023-02-01&to=2023-05-31')).toEqual([]);
    expect(await day('from=2023-02-01&to=2023-06-01')).toMatchObject([
      {
        change: 'changed',
        fields: [
          { pointer: '/status/renewedBy', before: null },
          { pointer: '/status/renewedOn', before: null, after: '2023-06-01' },
        ],
      },
    ]);
    expect(await day('from=2022-12-31&to=2023-01-01')).toMatchObject([{ change: 'added', acts: [] }]);
  });
});
