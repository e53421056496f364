import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { add, eventOf, type Minimal, sourceOf } from '../support/minimal.js';
import { ENGINES } from '../support/place.js';
import { begin } from '../support/secret-acts.js';
import { openWorld, type World } from '../support/world.js';
import { approve, receiptOf, type Receipt } from './steps.js';

/** A confidential condition of the mechanism itself, proposed by one person and agreed to by another. */
async function secretCondition(world: World, { mechanism, source }: Minimal): Promise<Receipt> {
  const proposed = await world
    .as('editor')
    .post(`/v1/mechanisms/${mechanism}/conditions`)
    .send({
      holder: 'mechanism',
      bearsOn: 'status:open',
      text: 'A secret term.',
      class: 'confidential',
      citations: [{ source }],
    })
    .expect(201);
  const { id, contentHash } = receiptOf(proposed);
  await world.as('approver').post(`/v1/conditions/${id}/approval`).send({ contentHash }).expect(201);
  return receiptOf(proposed);
}

const step = (minimal: Minimal, to: string, effective: string) => ({
  to,
  effective,
  reason: 'As the statement says.',
  citations: [{ source: minimal.source }],
});

async function proposed(world: World, minimal: Minimal, to: string, effective: string): Promise<Receipt> {
  const answer = await world
    .as('editor')
    .post(`/v1/mechanisms/${minimal.mechanism}/transitions`)
    .send(step(minimal, to, effective))
    .expect(201);
  return receiptOf(answer);
}

describe.each(ENGINES)('what is confidential leaves no trace elsewhere, on %s', (engine) => {
  let world: World;
  let minimal: Minimal;
  beforeAll(async () => {
    world = await openWorld(engine);
    minimal = await begin(world);
    await approve(world, await proposed(world, minimal, 'proposed', '2023-01-01'));
  }, 120_000);
  afterAll(() => world.close());

  it('a proposal that rests on a confidential condition does not name it to a diplomat', async () => {
    const condition = await secretCondition(world, minimal);
    const { seq, id } = await proposed(world, minimal, 'open', '2023-02-01');
    const entry = await world.as('diplomat').get(`/v1/history/${seq}`).expect(200);
    expect(entry.text).not.toContain(condition.id);
    const one = await world.as('diplomat').get(`/v1/transitions/${id}`).expect(200);
    expect(one.text).not.toContain(condition.id);
    await world.as('diplomat').get(`/v1/records/${condition.id}/history`).expect(404);
    await world.as('editor').post(`/v1/transitions/${id}/withdrawal`).send({ reason: 'Only tried.' }).expect(201);
  });

  it('an answer that a diplomat may keep by its ETag is the answer that they would get', async () => {
    const condition = await secretCondition(world, minimal);
    const { id } = await proposed(world, minimal, 'open', '2023-03-01');
    const address = `/v1/mechanisms/${minimal.mechanism}/transitions`;
    const before = await world.as('diplomat').get(address).expect(200);
    const held = String(before.headers.etag);
    const settled = await world
      .as('editor')
      .post(`/v1/conditions/${condition.id}/settlement`)
      .set('If-Match', '"2"')
      .send({ status: 'met', metOn: '2023-01-15', because: 'Agreed.', citations: [{ source: minimal.source }] })
      .expect(201);
    const { contentHash } = receiptOf(settled);
    await world.as('approver').post(`/v1/conditions/${condition.id}/approval`).send({ contentHash }).expect(201);

    const again = await world.as('diplomat').get(address).set('If-None-Match', held);
    const now = await world.as('diplomat').get(address).expect(200);
    // Either the answer is as it was, or its ETag is another.
    expect(again.status === 304).toBe(now.text === before.text);
    await world.as('editor').post(`/v1/transitions/${id}/withdrawal`).send({ reason: 'Only tried.' });
  });

  it('a public step may not point at a condition that its readers may not see', async () => {
    const condition = await secretCondition(world, minimal);
    const settled = await world
      .as('editor')
      .post(`/v1/conditions/${condition.id}/settlement`)
      .set('If-Match', '"2"')
      .send({ status: 'met', metOn: '2023-01-15', because: 'Agreed.', citations: [{ source: minimal.source }] })
      .expect(201);
    const { contentHash } = receiptOf(settled);
    await world.as('approver').post(`/v1/conditions/${condition.id}/approval`).send({ contentHash }).expect(201);
    const answer = await world
      .as('editor')
      .post(`/v1/mechanisms/${minimal.mechanism}/transitions`)
      .send({ ...step(minimal, 'open', '2023-04-01'), fulfilment: { conditions: [condition.id] } });
    const read = await world.as('diplomat').get(`/v1/mechanisms/${minimal.mechanism}/transitions`).expect(200);
    expect(read.text).not.toContain(condition.id);
    if (answer.status === 201)
      await world
        .as('editor')
        .post(`/v1/transitions/${receiptOf(answer).id}/withdrawal`)
        .send({ reason: 'Only tried.' });
  });

  it('a passage is no lower than the document that it is a part of', async () => {
    const whole = await add(world.store, 'source', { ...sourceOf('A sealed file'), class: 'confidential' });
    const passage = { ...sourceOf('A passage of it'), partOf: whole.id, locator: 'p. 3' };
    const answer = await world.as('editor').post('/v1/sources').send(passage);
    expect({ status: answer.status, errors: (answer.body as { errors?: unknown }).errors }).toMatchObject({
      status: 400,
      errors: [{ pointer: '/partOf', code: 'source-classed-above' }],
    });
  });

  it('each path that names a confidential event answers as if it were not there', async () => {
    const secret = await add(world.store, 'event', {
      ...eventOf(minimal, 'Hidden from most', '2023-07-07'),
      class: 'confidential',
    });
    const nothing = 'zzzzzzzzzzzzzzzzzzzzzzzzzz';
    for (const path of ['/v1/records/ID/history', '/v1/transitions/ID', '/v1/conditions/ID', '/v1/sources/ID']) {
      const there = await world.as('diplomat').get(path.replace('ID', secret.id));
      const absent = await world.as('diplomat').get(path.replace('ID', nothing));
      expect({ ...(there.body as object), instance: '' }).toEqual({ ...(absent.body as object), instance: '' });
      expect(there.status).toBe(404);
    }
    for (const path of ['/v1/timeline', '/v1/history', `/v1/sources/${minimal.source}/citations`]) {
      const read = await world.as('diplomat').get(`${path}?pageSize=200`).expect(200);
      expect(read.text).not.toContain(secret.id);
      const seen = await world.as('auditor').get(`${path}?pageSize=200`).expect(200);
      expect(seen.text).toContain(secret.id);
    }
    await world.as('diplomat').get(`/v1/history/${secret.seq}`).expect(404);
    await world.as('auditor').get(`/v1/history/${secret.seq}`).expect(200);
  });

  it('the ledger and its tables still agree', async () => {
    expect(await world.verify()).toEqual([]);
  });
});
