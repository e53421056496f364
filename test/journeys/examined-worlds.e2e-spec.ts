import { describe, expect, it } from '@jest/globals';
import { type Clock } from '@zvit/store';
import { add, eventOf, type Minimal, participationOf, sourceOf } from '../support/minimal.js';
import { ENGINES } from '../support/place.js';
import { begin, HIDDEN } from '../support/secret-acts.js';
import { openWorld, type World } from '../support/world.js';
import { approve, type Receipt, receiptOf } from './steps.js';

const STOPPED: Clock = { now: () => '2026-11-23T12:00:00.000Z' };

type Act = (world: World, minimal: Minimal) => Promise<unknown>;

async function posted(world: World, who: string, path: string, body: object, version?: number): Promise<Receipt> {
  const request = world.as(who).post(path);
  if (version !== undefined) void request.set('If-Match', `"${version}"`);
  const answer = await request.send(body);
  if (answer.status !== 201) throw new Error(`${path}: ${answer.text}`);
  return receiptOf(answer);
}

const step =
  (to: string, effective: string): Act =>
  async (world, minimal) => {
    const path = `/v1/mechanisms/${minimal.mechanism}/transitions`;
    const wish = { to, effective, reason: 'As stated.', citations: [{ source: minimal.source }] };
    await approve(world, await posted(world, 'editor', path, wish));
  };

/** A confidential term of the mechanism itself for a status, which two people then record as met. */
const secretTerm =
  (settled: boolean): Act =>
  async (world, { mechanism, source }) => {
    const citations = [{ source }];
    const wish = { holder: 'mechanism', bearsOn: 'status:open', text: 'A term.', class: 'confidential', citations };
    const { id, contentHash } = await posted(world, 'editor', `/v1/mechanisms/${mechanism}/conditions`, wish);
    await posted(world, 'approver', `/v1/conditions/${id}/approval`, { contentHash });
    if (!settled) return;
    const met = { status: 'met', metOn: '2023-01-15', because: 'Agreed.', citations };
    const settlement = await posted(world, 'editor', `/v1/conditions/${id}/settlement`, met, 2);
    await posted(world, 'approver', `/v1/conditions/${id}/approval`, { contentHash: settlement.contentHash });
  };

const hidden =
  (n: number): Act =>
  (world, minimal) =>
    HIDDEN[n]!(world, minimal, n);

/** An auditor's export holds what is confidential, and so is confidential itself. */
const exported: Act = async (world) => {
  for (const format of ['text/csv', 'application/x-ndjson'])
    await world.as('auditor').get('/v1/history').set('Accept', format).expect(200);
};

const VISIBLE = {
  event: (world, minimal) => add(world.store, 'event', eventOf(minimal, 'Seen by all', '2023-06-01')),
  source: (world) => add(world.store, 'source', sourceOf('A paper for all')),
  participation: (world, minimal) => add(world.store, 'participation', participationOf(minimal)),
  proposed: step('proposed', '2023-01-01'),
  open: step('open', '2023-02-01'),
  waiting: async (world, minimal) =>
    posted(world, 'editor', `/v1/mechanisms/${minimal.mechanism}/transitions`, {
      to: 'open',
      effective: '2024-02-01',
      reason: 'Renewed.',
      citations: [{ source: minimal.source }],
    }),
} satisfies Record<string, Act>;

const { event, source, participation, proposed, open, waiting } = VISIBLE;
const ADDRESSES = [
  '/mechanisms',
  '/mechanisms/a-tribunal',
  ...[
    'timeline',
    'participants',
    'status',
    'transitions',
    'conditions',
    'condition-proposals',
    'relations',
    'history',
  ].map((part) => `/mechanisms/a-tribunal/${part}`),
  '/timeline',
  '/sources',
  '/sources?cited=true',
  '/sources?cited=false',
  '/history',
  '/parties',
];

/** An answer without what is no secret, its random ids numbered as they come. */
function plain(text: string, ids: Map<string, string>): string {
  return text
    .replace(/\\?"(seq|knownSeq|proposedSeq)\\?":\s*\d+/g, '$1')
    .replace(/"(next|disclosure)":"[^"]*"/g, '$1')
    .replace(/(?<![\w-])[\w-]{43}(?=\\?")/g, 'digest')
    .replace(/[0-9a-f]{64}/g, 'hash')
    .replace(/\b[0-9a-hjkmnp-tv-z]{26}\b/g, (id) => {
      if (!ids.has(id)) ids.set(id, `id-${ids.size}`);
      return ids.get(id)!;
    });
}

/** Everything that a diplomat reads, address by address, and every entry of the history that they can open. */
async function readAll(world: World): Promise<Record<string, string>> {
  const read: Record<string, string> = {};
  const get = async (path: string) => world.as('diplomat').get(`/v1${path}`);
  for (const path of ADDRESSES) {
    const answer = await get(path.includes('?') ? `${path}&pageSize=200` : path);
    read[path] = `${answer.status} ${plain(answer.text, new Map())}`;
  }
  const history = (await get('/history?pageSize=200')).body as { items: { seq: number; act: string }[] };
  for (const [index, { seq, act }] of history.items.entries()) {
    const entry = await get(`/history/${seq}`);
    read[`entry ${index} ${act}`] = `${entry.status} ${plain(entry.text, new Map())}`;
  }
  return read;
}

/** Reads two worlds that had the same visible acts; `secret` alone went between those of the first. */
async function compare(engine: (typeof ENGINES)[number], acts: readonly (Act | { secret: Act })[]): Promise<void> {
  const full = await openWorld(engine, { clock: STOPPED });
  const poor = await openWorld(engine, { clock: STOPPED });
  try {
    const [inFull, inPoor] = [await begin(full), await begin(poor)];
    for (const act of acts) {
      await (typeof act === 'function' ? act : act.secret)(full, inFull);
      if (typeof act === 'function') await act(poor, inPoor);
    }
    const [rich, bare] = [await readAll(full), await readAll(poor)];
    expect(Object.keys(rich)).toEqual(Object.keys(bare));
    const differing = Object.keys(rich).filter((address) => rich[address] !== bare[address]);
    expect(differing.map((address) => [address, rich[address], bare[address]])).toEqual([]);
  } finally {
    await full.close();
    await poor.close();
  }
}

describe.each(ENGINES)('two worlds that differ in what a diplomat may not see, on %s', (engine) => {
  it.each(HIDDEN.map((_, n) => n))(
    'look the same after hidden act number %p',
    async (n) => {
      await compare(engine, [proposed, event, { secret: hidden(n) }, source, participation, open]);
    },
    120_000,
  );

  it('look the same whatever an auditor takes away', async () => {
    await compare(engine, [proposed, { secret: exported }, event]);
  }, 120_000);

  it('look the same when a step was judged with a confidential term', async () => {
    await compare(engine, [proposed, { secret: secretTerm(false) }, open, event]);
  }, 120_000);

  it('look the same when a confidential term was met while a step waited', async () => {
    await compare(engine, [proposed, open, waiting, { secret: secretTerm(true) }, event]);
  }, 120_000);

  it('look the same when a confidential term moved on which a waiting step rests', async () => {
    await compare(engine, [proposed, { secret: secretTerm(false) }, open, waiting, { secret: retracted }, event]);
  }, 120_000);
});

/** The term that stands is taken back by two people. */
const retracted: Act = async (world) => {
  const { body } = await world.as('editor').get('/v1/mechanisms/a-tribunal/conditions').expect(200);
  const [term] = (body as { items: { id: string; version: number }[] }).items;
  const wish = { because: 'It was dropped.' };
  const { id, contentHash } = await posted(
    world,
    'editor',
    `/v1/conditions/${term!.id}/retraction`,
    wish,
    term!.version,
  );
  await posted(world, 'approver', `/v1/conditions/${id}/approval`, { contentHash });
};
