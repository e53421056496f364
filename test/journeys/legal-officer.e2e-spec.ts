import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ENGINES } from '../support/place.js';
import { openWorld, type World } from '../support/world.js';
import {
  approve,
  CITED,
  codesOf,
  DORMANT,
  entriesIn,
  move,
  possibleOf,
  propose,
  receiptOf,
  transitionsOf,
} from './steps.js';

interface ConditionSeen {
  readonly citations: readonly object[];
  readonly proposals: readonly { readonly contentHash: string; readonly citations: readonly object[] }[];
}

describe.each(ENGINES)('the legal officer moves a status, on %s', (engine) => {
  let world: World;
  const transitions = (mechanism: string, query = '') => transitionsOf(world, mechanism, query);

  beforeAll(async () => {
    world = await openWorld(engine, {
      reference: true,
      people: [
        { username: 'both', name: 'Bo Th', roles: ['editor', 'approver'] },
        { username: 'both2', name: 'Bo Th', roles: ['approver'], samePersonAs: 'both' },
      ],
    });
  });
  afterAll(async () => {
    await world.close();
  });

  it('ICPA: proposed with evidence, approved by a colleague by the hash of what was read', async () => {
    const before = await transitions('icpa');
    expect(before.current).toMatchObject({ id: 'operational', since: '2023-07-03' });
    expect(before.possible.map((one) => one.to)).toEqual(['dormant', 'mandate-completed', 'dissolved']);
    expect(before.items.every((one) => one.imported)).toBe(true);

    const proposed = await propose(world, 'icpa', DORMANT);
    expect(proposed.status).toBe(201);
    expect(proposed.body).toMatchObject({ act: 'transition.propose-add', state: 'open', version: 1 });
    expect(receiptOf(proposed).contentHash).toBe(receiptOf(proposed).leafHash);
    expect(proposed.headers).toMatchObject({ etag: '"1"', location: `/v1/transitions/${receiptOf(proposed).id}` });
    expect((await transitions('icpa')).current.id).toBe('operational');

    const read = (await world.as('approver').get(proposed.headers.location!).expect(200)).body;
    expect(read).toMatchObject({
      state: 'open',
      from: 'operational',
      to: 'dormant',
      effective: { edtf: '2026-03', earliest: '2026-03-01', latest: '2026-03-31' },
      reason: DORMANT.reason,
      contentHash: receiptOf(proposed).contentHash,
      proposer: { id: world.people.get('editor')!.person, name: 'Edith Or' },
      decidedBy: null,
      citations: [{ source: { id: CITED[0]!.source }, locator: 'p. 2', quote: CITED[0]!.quote }],
    });
    const approved = await approve(world, read);
    expect(approved.status).toBe(201);
    expect(approved.body).toMatchObject({ id: receiptOf(proposed).id, state: 'approved', version: 2 });

    const after = await transitions('icpa');
    expect(after.current).toMatchObject({ id: 'dormant', since: '2026-03', by: receiptOf(proposed).id });
    expect(after.items.at(-1)).toMatchObject({
      state: 'approved',
      imported: false,
      proposer: { name: 'Edith Or' },
      decidedBy: { name: 'Abe Prover' },
    });
    expect((await transitions('icpa', '?validOn=2026-02-28')).current.id).toBe('operational');
    expect((await transitions('icpa', '?validOn=2026-03-10')).current).toMatchObject({
      certain: false,
      possibly: [{ id: 'operational' }, { id: 'dormant' }],
    });
    expect((await transitions('icpa', `?knownAt=${receiptOf(proposed).seq}`)).current.id).toBe('operational');
  });

  it('the Special Tribunal: blocked by its own conditions, until two people record them as met', async () => {
    const name = 'special-tribunal-aggression';
    const step = {
      to: 'established',
      effective: '2026-10-01',
      reason: 'The agreement entered into force.',
      citations: [{ source: 'piqmarkets-2026-07-host' }],
      fulfilment: { conditions: ['stca-management-agreement', 'stca-guarantees'] },
    };
    const { possible } = await transitions(name);
    const shown = possible.find((one) => one.to === 'established');
    expect(shown!.blockers.map((one) => one.code)).toEqual(['fulfilment-missing', 'condition-open', 'condition-open']);
    expect(shown!.blockers[1]!.sentences.uk).toMatch(/[А-Яа-яІіЇїЄє]/);

    const refused = await propose(world, name, { ...step, fulfilment: undefined });
    expect(refused.status).toBe(409);
    expect(refused.body.blockers).toEqual(shown!.blockers);

    for (const condition of ['stca-management-agreement', 'stca-guarantees']) {
      const settled = await world
        .as('editor')
        .post(`/v1/conditions/${condition}/settlement`)
        .set('If-Match', '"1"')
        .send({
          status: 'met',
          metOn: '2026-09-30',
          because: 'Notified.',
          citations: [{ source: 'nl-note-2023-l641' }],
        })
        .expect(201);
      expect(settled.body).toMatchObject({ act: 'condition.propose-change', state: 'open', version: 2 });
      expect(codesOf(await propose(world, name, step))).toContain('condition-open');
      const read = await world.as('approver').get(`/v1/conditions/${condition}`).expect(200);
      const seen = read.body as ConditionSeen;
      expect(seen).toMatchObject({ state: 'approved', status: 'open', slug: condition });
      expect(seen.proposals).toMatchObject([
        { state: 'open', status: 'met', metOn: '2026-09-30', because: 'Notified.' },
      ]);
      expect(seen.proposals[0]!.citations).toHaveLength(seen.citations.length + 1);
      await world
        .as('approver')
        .post(`/v1/conditions/${condition}/approval`)
        .send({ contentHash: seen.proposals[0]!.contentHash })
        .expect(201);
    }
    await move(world, name, step);
    const after = await transitions(name, '?validOn=2026-10-01');
    expect(after.current.id).toBe('established');
    expect(after.items.at(-1)!.fulfilment).toMatchObject({ conditions: step.fulfilment.conditions, citations: [] });
  });

  it('four eyes are of persons, whatever their roles, accounts and tokens', async () => {
    const body = receiptOf(await propose(world, 'ciced', possibleOf(await transitions('ciced')), 'both'));
    const journal = async (): Promise<number> => {
      const answer = await world.as('auditor').get('/v1/access-journal?pageSize=200').expect(200);
      const { items } = answer.body as { items: { code: string | null }[] };
      return items.filter((row) => row.code === 'own-proposal').length;
    };
    const token = await world
      .as('both2')
      .post('/v1/tokens')
      .send({ label: 'script', scopes: ['approver'], expiresAt: new Date(Date.now() + 86_400_000).toISOString() })
      .expect(201);
    const before = await journal();
    const own = [
      await approve(world, body, 'both'),
      await approve(world, body, 'both2'),
      await world.anyone
        .post(`/v1/transitions/${body.id}/approval`)
        .set('Authorization', `Bearer ${token.body.secret}`)
        .send({ contentHash: body.contentHash }),
      await world.as('both2').post(`/v1/transitions/${body.id}/rejection`).send({ reason: 'No.' }),
    ];
    expect(own.map((answer) => [answer.status, answer.body.code, codesOf(answer)])).toEqual(
      own.map(() => [409, 'own-proposal', ['own-proposal']]),
    );
    expect(await journal()).toBe(before + own.length);
    expect((await approve(world, body, 'diplomat')).status).toBe(403);
    expect((await approve(world, body, 'editor2')).status).toBe(403);
    const wrong = await approve(world, { ...body, contentHash: 'f'.repeat(64) });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'content-changed']);
    expect((await approve(world, body)).status).toBe(201);
    const again = await approve(world, body, 'approver2');
    expect([again.status, codesOf(again)]).toEqual([409, ['proposal-closed']]);
  });

  it('a proposal is rejected by a colleague, withdrawn by its proposer alone, and stale once the chain has moved', async () => {
    const name = 'dialogue-group';
    const step = possibleOf(await transitions(name));
    const first = (await propose(world, name, step)).body;
    const second = (await propose(world, name, step, 'editor2')).body;
    const third = (await propose(world, name, step)).body;
    const fourth = (await propose(world, name, step)).body;
    const decide = (id: string, end: string, who: string) =>
      world.as(who).post(`/v1/transitions/${id}/${end}`).send({ reason: 'It rests on too little.' });
    expect(codesOf(await decide(first.id, 'withdrawal', 'editor2'))).toEqual(['not-the-proposer']);
    expect((await decide(first.id, 'withdrawal', 'editor')).body).toMatchObject({ state: 'withdrawn' });
    expect((await decide(second.id, 'rejection', 'approver')).body).toMatchObject({ state: 'rejected' });
    expect((await approve(world, third)).status).toBe(201);
    const stale = await approve(world, fourth);
    expect([stale.status, stale.body.code, codesOf(stale)]).toEqual([409, 'stale', ['proposal-stale']]);
    const { items } = await transitions(name);
    const proposals = items.filter((one) => one.state !== 'approved');
    expect(proposals).toMatchObject([
      { id: first.id, state: 'withdrawn', decision: 'It rests on too little.' },
      { id: second.id, state: 'rejected', decidedBy: { name: 'Abe Prover' } },
      { id: fourth.id, state: 'stale', decidedBy: null },
    ]);
  });

  it('a step recorded late stands between two others, and is taken back again', async () => {
    const name = 'atrocity-crimes-advisory-group';
    const chain = async (query = '') =>
      (await transitions(name, query)).items
        .filter((one) => one.state === 'approved')
        .map((one) => `${one.from ?? '-'}>${one.to}`);
    const recorded = await chain();
    const last = (await transitions(name)).items.at(-1)!;
    const pause = { reason: 'Found late.', citations: CITED };
    await move(world, name, { ...pause, to: 'dormant', effective: '2026-05' });
    const late = await move(world, name, { ...pause, to: 'operational', effective: '2026-07' });
    expect(await chain()).toEqual([...recorded, 'operational>dormant', 'dormant>operational']);
    const between = await propose(world, name, { ...pause, to: 'dissolved', effective: '2026-06' });
    expect([between.status, codesOf(between)]).toEqual([409, ['terminal-status']]);

    const retract = (id: string, version: number) =>
      world
        .as('editor')
        .post(`/v1/transitions/${id}/retraction`)
        .set('If-Match', `"${version}"`)
        .send({ because: 'A slip.' });
    expect(codesOf(await retract(last.id, last.version))).not.toEqual([]);
    const taken = await retract(late, 2);
    expect(taken.body).toMatchObject({ act: 'transition.propose-retract', state: 'open' });
    expect(codesOf(await retract(late, 2))).toEqual(['proposal-open']);
    expect((await approve(world, receiptOf(taken))).status).toBe(201);
    expect(await chain()).toEqual([...recorded, 'operational>dormant']);
    expect(await chain(`?knownAt=${receiptOf(taken).seq}`)).toHaveLength(recorded.length + 2);
    expect((await world.as('diplomat').get(`/v1/transitions/${late}`)).body).toMatchObject({
      proposes: 'retract',
      state: 'approved',
      because: 'A slip.',
    });
  });

  it('a correction is proposed whole, with the version that was read', async () => {
    const { items } = await transitions('icpa');
    const step = items.find((one) => one.to === 'dormant')!;
    const wish = { ...DORMANT, effective: '2026-04', because: 'The month was misread.' };
    const correct = (version?: string) => {
      const request = world.as('editor').post(`/v1/transitions/${step.id}/corrections`);
      return (version === undefined ? request : request.set('If-Match', version)).send(wish);
    };
    expect((await correct()).status).toBe(428);
    expect((await correct('"7"')).status).toBe(412);
    const proposed = await correct(`"${step.version}"`);
    expect(proposed.body).toMatchObject({ act: 'transition.propose-correct', state: 'open' });
    expect((await approve(world, receiptOf(proposed))).status).toBe(201);
    expect((await transitions('icpa')).current).toMatchObject({ id: 'dormant', since: '2026-04' });
    expect((await transitions('icpa', `?knownAt=${receiptOf(proposed).seq}`)).current.since).toBe('2026-03');
  });

  it('200 parallel proposals and approvals on one mechanism: one outcome each', async () => {
    const step = possibleOf(await transitions('jit-ukraine'));
    const open = await Promise.all(Array.from({ length: 20 }, () => propose(world, 'jit-ukraine', step)));
    expect(open.map((answer) => answer.status)).toEqual(open.map(() => 201));
    const before = await entriesIn(world);
    const answers = await Promise.all([
      ...open
        .map(receiptOf)
        .flatMap((body) => Array.from({ length: 5 }, (_, n) => approve(world, body, n % 2 ? 'approver' : 'approver2'))),
      ...Array.from({ length: 100 }, () => propose(world, 'jit-ukraine', step)),
    ]);
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(answers.slice(0, 100).filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(await entriesIn(world)).toBe(before + statuses.filter((status) => status === 201).length);
    expect(new Set(answers.filter((one) => one.status === 201).map((one) => one.body.seq)).size).toBe(
      statuses.filter((status) => status === 201).length,
    );
    expect(await world.verify()).toEqual([]);
  });
});
