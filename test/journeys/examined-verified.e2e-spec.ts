import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Minimal } from '../support/minimal.js';
import { ENGINES } from '../support/place.js';
import { begin } from '../support/secret-acts.js';
import { openWorld, type World } from '../support/world.js';
import { approve, propose, receiptOf } from './steps.js';

interface Shown {
  readonly verified?: boolean;
}

describe.each(ENGINES)('what is not attested is never shown as fact, on %s', (engine) => {
  let world: World;
  let minimal: Minimal;
  beforeAll(async () => {
    world = await openWorld(engine);
    minimal = await begin(world);
    const wish = {
      to: 'proposed',
      effective: '2023-01-01',
      reason: 'As is generally known.',
      citations: [{ source: minimal.source }],
      verified: false,
    };
    await approve(world, receiptOf(await propose(world, minimal.mechanism, wish)));
  }, 120_000);
  afterAll(() => world.close());

  const read = async (path: string) => (await world.as('diplomat').get(path).expect(200)).body as never;

  it('a status that rests on a step which nobody attested says so, wherever it stands', async () => {
    const list: { items: { slug: string; status: Shown }[] } = await read('/v1/mechanisms');
    const one: { status: Shown } = await read('/v1/mechanisms/a-tribunal');
    const day: Shown = await read('/v1/mechanisms/a-tribunal/status');
    const steps: { current: Shown; items: Shown[] } = await read('/v1/mechanisms/a-tribunal/transitions');
    expect({
      list: list.items[0]!.status.verified,
      one: one.status.verified,
      day: day.verified,
      current: steps.current.verified,
      step: steps.items[0]!.verified,
    }).toEqual({ list: false, one: false, day: false, current: false, step: false });
  });

  it('in what is taken away, too', async () => {
    const { text } = await world.as('auditor').get('/v1/history').set('Accept', 'application/x-ndjson').buffer(true);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { act?: string; fields?: object });
    const proposed = lines.find(({ act }) => act === 'transition.propose-add')!;
    expect(proposed.fields).toMatchObject({ '/proposals/1/verified': false });
  });
});
