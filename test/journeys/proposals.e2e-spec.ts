import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { all as allOf, get as bodyOf, type Item } from '../support/pages.js';
import { ENGINES } from '../support/place.js';
import { openWorld, type World } from '../support/world.js';
import { approve, CITED, DORMANT, propose, receiptOf, transitionsOf } from './steps.js';

const BOTH = [{ username: 'both', name: 'Bo Th', roles: ['editor', 'approver'] as const }];
const CONDITION = 'stca-guarantees';
const settled = (metOn: string) => ({
  status: 'met',
  metOn,
  because: 'Notified.',
  citations: [{ source: 'nl-note-2023-l641' }],
});

describe.each(ENGINES)('the review queue, on %s', (engine) => {
  let world: World;
  const queue = (who: string, query = '') => allOf(world, who, `/v1/proposals${query && `?${query}`}`);
  const codes = (item: Item): string[] => item.blockers.map((one: Item) => one.code);
  const idOf = (receipt: { id: string; version: number }) => `${receipt.id}/proposals/${receipt.version}`;
  const one = async (who: string, receipt: { id: string; version: number }, query = '') => {
    const found = (await queue(who, query)).filter((item) => item.id === idOf(receipt));
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  const post = (who: string, path: string, body: object, version = 1) =>
    world.as(who).post(path).set('If-Match', `"${version}"`).send(body);

  beforeAll(async () => {
    world = await openWorld(engine, { reference: true, people: BOTH });
  });
  afterAll(async () => {
    expect(await world.verify()).toEqual([]);
    await world.close();
  });

  it('shows a new step whole: what would be recorded, on what it rests, who may decide', async () => {
    expect(await queue('approver')).toEqual([]);
    const receipt = receiptOf(await propose(world, 'icpa', DORMANT));
    const read = await one('approver', receipt);
    expect(read).toMatchObject({
      number: 1,
      record: { type: 'transition', id: receipt.id, slug: null },
      mechanism: { slug: 'icpa' },
      verb: 'add',
      state: 'open',
      proposer: { id: world.people.get('editor')!.person, name: 'Edith Or' },
      seq: receipt.seq,
      contentHash: receipt.contentHash,
      reason: DORMANT.reason,
      step: {
        from: { id: 'operational', names: { en: 'Operational' } },
        to: { id: 'dormant', names: { en: 'Dormant' } },
        effective: { edtf: '2026-03', earliest: '2026-03-01', latest: '2026-03-31' },
        fulfilment: null,
      },
      evidence: [{ id: `${idOf(receipt)}/citations/1`, source: { id: CITED[0]!.source }, quote: CITED[0]!.quote }],
      blockers: [],
      mayDecide: true,
      decidedBy: null,
      decidedAt: null,
      decision: null,
    });
    const after = Object.fromEntries(read.fields.map((field: Item) => [field.pointer, field.after]));
    expect(after).toMatchObject({
      '/from': 'operational',
      '/to': 'dormant',
      '/date': '2026-03',
      '/reason': DORMANT.reason,
      '/citations/1/source': CITED[0]!.source,
      '/citations/1/locator': CITED[0]!.locator,
    });
    expect(read.fields.every((field: Item) => field.change === 'added' && field.before === null)).toBe(true);
    expect((await approve(world, { id: read.record.id, contentHash: read.contentHash })).status).toBe(201);
    expect(await queue('approver')).toEqual([]);
  });

  it('tells each reader what is theirs to decide', async () => {
    const mine = receiptOf(await propose(world, 'icpa', { ...DORMANT, to: 'dissolved', effective: '2026-08' }, 'both'));
    const seen = async (who: string) => {
      const item = await one(who, mine);
      return { mayDecide: item.mayDecide, codes: codes(item) };
    };
    expect(await seen('approver')).toEqual({ mayDecide: true, codes: [] });
    expect(await seen('both')).toEqual({ mayDecide: false, codes: ['own-proposal'] });
    for (const who of ['editor', 'diplomat', 'auditor'])
      expect(await seen(who)).toEqual({ mayDecide: false, codes: [] });
    const refused = await approve(world, mine, 'both');
    const read = await one('both', mine);
    expect({ status: refused.status, blockers: refused.body.blockers }).toEqual({
      status: 409,
      blockers: read.blockers,
    });
    expect(read.blockers[0].sentences.uk).toMatch(/[А-Яа-яІіЇїЄє]/);

    const ids = async (who: string, query: string) => (await queue(who, query)).map((item) => item.id);
    expect(await ids('both', 'proposer=me')).toEqual([idOf(mine)]);
    expect(await ids('both', 'proposer=others')).toEqual([]);
    expect(await ids('editor', 'proposer=others&mechanism=icpa')).toEqual([idOf(mine)]);
    expect(await ids('editor', 'mechanism=ciced')).toEqual([]);
    for (const [query, pointer] of [
      ['state=lost', '/state'],
      ['proposer=nobody', '/proposer'],
      ['mechanism=nowhere', '/mechanism'],
      ['cursor=rubbish', '/cursor'],
    ] as const)
      expect((await bodyOf(world, 'editor', `/v1/proposals?${query}`, 400)).errors[0].pointer).toBe(pointer);
    const admin = await world.as('admin').get('/v1/proposals');
    expect(admin.status).toBe(403);
    // An answer that speaks of its reader is not another reader's.
    const etag = async (who: string) => String((await world.as(who).get('/v1/proposals')).headers.etag);
    expect(await etag('both')).not.toBe(await etag('approver'));
    expect(
      (
        await world
          .as('both')
          .get('/v1/proposals')
          .set('If-None-Match', await etag('both'))
      ).status,
    ).toBe(304);
    await world.as('both').post(`/v1/transitions/${mine.id}/withdrawal`).send({ reason: 'Too early.' }).expect(201);
    expect(await one('approver', mine, 'state=withdrawn')).toMatchObject({
      state: 'withdrawn',
      decidedBy: { name: 'Bo Th' },
      decision: 'Too early.',
      mayDecide: false,
      blockers: [{ code: 'proposal-closed', state: 'withdrawn' }],
    });
  });

  it('shows of a correction only what differs, and of a retraction all that goes', async () => {
    const { items } = await transitionsOf(world, 'icpa');
    const step = items.find((item) => item.to === 'dormant')!;
    const wish = { ...DORMANT, effective: '2026-04', because: 'The month was misread.' };
    const corrected = receiptOf(await post('editor', `/v1/transitions/${step.id}/corrections`, wish, step.version));
    expect(await one('approver', corrected)).toMatchObject({
      verb: 'correct',
      number: step.version + 1,
      reason: 'The month was misread.',
      fields: [{ pointer: '/date', change: 'changed', before: '2026-03', after: '2026-04' }],
      step: { effective: { edtf: '2026-04' } },
      evidence: [{ id: `${step.id}/citations/1` }],
    });
    expect((await approve(world, corrected)).status).toBe(201);
    // Once it stands, it still shows what it changed.
    expect((await one('diplomat', corrected, 'state=approved')).fields).toEqual([
      { pointer: '/date', change: 'changed', before: '2026-03', after: '2026-04' },
    ]);

    const retraction = `/v1/transitions/${step.id}/retraction`;
    const taken = receiptOf(await post('editor', retraction, { because: 'A slip.' }, corrected.version + 1));
    const read = await one('approver', taken);
    expect(read).toMatchObject({
      verb: 'retract',
      reason: 'A slip.',
      step: { to: { id: 'dormant' } },
      mayDecide: true,
    });
    expect(read.fields.every((field: Item) => field.change === 'removed' && field.after === null)).toBe(true);
    const before = Object.fromEntries(read.fields.map((field: Item) => [field.pointer, field.before]));
    expect(before).toMatchObject({ '/date': '2026-04', '/citations/1/source': CITED[0]!.source });
    const rejected = await world
      .as('approver')
      .post(`/v1/transitions/${step.id}/rejection`)
      .send({ reason: 'It was none.' });
    expect(rejected.status).toBe(201);
    expect(await one('editor', taken, 'state=rejected,stale')).toMatchObject({ decision: 'It was none.' });
  });

  it('names the step that would begin elsewhere', async () => {
    const name = 'atrocity-crimes-advisory-group';
    const ended = receiptOf(await propose(world, name, { ...DORMANT, to: 'dissolved', effective: '2026-08' }));
    expect((await approve(world, ended)).status).toBe(201);
    const late = receiptOf(await propose(world, name, { ...DORMANT, effective: '2026-05' }));
    const amended = {
      pointer: `/amends/${ended.id}/from`,
      change: 'changed',
      before: 'operational',
      after: 'dormant',
    };
    const amendsOf = (item: Item) => item.fields.filter((field: Item) => field.pointer.startsWith('/amends/'));
    expect(amendsOf(await one('approver', late))).toEqual([amended]);
    expect((await approve(world, late)).status).toBe(201);
    expect(amendsOf(await one('approver', late, 'state=approved'))).toEqual([amended]);
    const taken = await post('editor', `/v1/transitions/${late.id}/retraction`, { because: 'A slip.' }, 2);
    expect(amendsOf(await one('approver', receiptOf(taken)))).toEqual([
      { ...amended, before: 'dormant', after: 'operational' },
    ]);
  });

  it('holds conditions too, and finds what the approval would find', async () => {
    const name = 'special-tribunal-aggression';
    const receipt = receiptOf(await post('editor', `/v1/conditions/${CONDITION}/settlement`, settled('2026-09-30')));
    const read = await one('approver', receipt, `mechanism=${name}`);
    expect(read).toMatchObject({
      record: { type: 'condition', slug: CONDITION },
      verb: 'change',
      reason: 'Notified.',
      step: null,
      blockers: [],
      mayDecide: true,
    });
    expect(read.fields).toEqual([
      { pointer: '/metOn', change: 'changed', before: null, after: '2026-09-30' },
      { pointer: '/status', change: 'changed', before: 'open', after: 'met' },
      { pointer: '/citations/2/source', change: 'added', before: null, after: 'nl-note-2023-l641' },
    ]);
    expect(read.evidence.map((citation: Item) => citation.id)).toEqual([
      `${receipt.id}/citations/1`,
      `${idOf(receipt)}/citations/2`,
    ]);
    const before = read.seq - 1;
    expect(await queue('approver', `mechanism=${name}&knownAt=${before}`)).toEqual([]);
    const rejection = await world
      .as('approver')
      .post(`/v1/conditions/${CONDITION}/rejection`)
      .send({ reason: 'Not yet.' });
    expect(rejection.status).toBe(201);
    expect(await queue('approver', `mechanism=${name}`)).toEqual([]);
    expect(await one('approver', receipt, `mechanism=${name}&knownAt=${read.seq}`)).toEqual(read);
  });

  it('pages in the order of proposing, and tells what went stale', async () => {
    const step = { to: 'mandate-completed', effective: '2026-08', reason: 'Done.', citations: CITED };
    const some = [];
    for (const reason of ['One.', 'Two.', 'Three.'])
      some.push(receiptOf(await propose(world, 'icpa', { ...step, to: 'dissolved', reason })));
    const paged = await allOf(world, 'approver', '/v1/proposals?mechanism=icpa', 2);
    expect(paged.map((item) => item.reason)).toEqual(['One.', 'Two.', 'Three.']);
    expect((await approve(world, some[1]!)).status).toBe(201);
    expect(await queue('approver', 'mechanism=icpa')).toEqual([]);
    for (const receipt of [some[0]!, some[2]!]) {
      const stale = await one('approver', receipt, 'state=stale');
      expect({ may: stale.mayDecide, codes: codes(stale) }).toEqual({ may: false, codes: ['proposal-stale'] });
      expect((await approve(world, receipt)).body.blockers).toEqual(stale.blockers);
    }
  });

  it('shows nothing of what its reader may not see', async () => {
    const receipt = receiptOf(await post('editor', `/v1/conditions/${CONDITION}/settlement`, settled('2026-10-01'), 3));
    const raised = await post(
      'editor',
      `/v1/conditions/${CONDITION}/classification`,
      { class: 'confidential', reason: 'It names a witness.' },
      4,
    );
    expect(raised.status).toBe(201);
    const states = 'state=open,approved,rejected,withdrawn,stale';
    expect((await queue('approver', states)).some((item) => item.record.id === receipt.id)).toBe(true);
    for (const query of [states, `${states}&knownAt=${receipt.seq}`])
      expect((await queue('diplomat', query)).filter((item) => item.record.id === receipt.id)).toEqual([]);
  });
});
