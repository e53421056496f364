import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type World } from '../support/world.js';

describe('smoke', () => {
  let world: World;
  beforeAll(async () => { const t = Date.now(); world = await openWorld('sqlite', { reference: true }); console.log('opened', Date.now() - t); });
  afterAll(() => world?.close());
  it('works', async () => {
    const show = async (p: Promise<any>) => { const a = await p; console.log(a.status, JSON.stringify(a.body, null, 1).slice(0, 6000)); return a; };
    await show(world.as('diplomat').get('/v1/mechanisms/icpa/transitions'));
    const a = await show(world.as('editor').post('/v1/mechanisms/icpa/transitions').send({ to: 'dormant', effective: '2026-03', reason: 'No activity', citations: [{ source: 'eurojust-2026-02-four-years', locator: 'p. 2' }] }));
    await show(world.as('approver').post(`/v1/transitions/${a.body.id}/approval`).send({ contentHash: a.body.contentHash }));
    await show(world.as('diplomat').get(`/v1/transitions/${a.body.id}`));
    await show(world.as('editor').post('/v1/mechanisms/icpa/transitions').send({ to: 'nowhere', effective: '2023-02-30', reason: 'x', citations: [{ source: 'nope' }] }));
    console.log(await world.verify());
  });
});
