import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { type Clock } from '@zvit/store';
import { type Minimal } from '../support/minimal.js';
import { ENGINES } from '../support/place.js';
import { begin, HIDDEN, VISIBLE } from '../support/secret-acts.js';
import { openWorld, type World } from '../support/world.js';

/** `npm run test:long` tries ten times as many. */
const RUNS = process.env.ZVIT_LONG === '1' ? 40 : 4;

/** One instant for all: when entries were recorded is no secret, and not what is compared. */
const STOPPED: Clock = { now: () => '2026-11-23T12:00:00.000Z' };

/** Where the one record of an address is found. */
const NAMED: Record<string, (minimal: Minimal) => string> = {
  mechanisms: (minimal) => minimal.mechanism,
  records: (minimal) => minimal.mechanism,
  sources: (minimal) => minimal.source,
  parties: () => 'NL',
  lifecycles: () => 'tribunal',
  vocabularies: () => 'event_kinds',
  history: () => '8',
};

/** Every address of the API that answers about the record, and some with filters. */
async function addresses(world: World, minimal: Minimal): Promise<string[]> {
  const { paths } = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as {
    paths: Record<string, { get?: unknown }>;
  };
  const filtered = [
    '/mechanisms?status=proposed',
    '/mechanisms?party=NL',
    '/timeline?pageSize=2',
    '/history?pageSize=3',
  ];
  const found = [...filtered];
  for (const [path, operations] of Object.entries(paths)) {
    if (!operations.get || /session|token|account|journal/.test(path)) continue;
    const name = NAMED[path.split('/')[1]!];
    if (!path.includes('{')) found.push(path);
    else if (name) found.push(path.replace(/\{\w+\}/, name(minimal)));
    else {
      const list = await world.as('diplomat').get(`/v1/mechanisms/${minimal.mechanism}/${path.split('/')[1]!}`);
      const first = (list.body as { items?: { id: string }[] }).items?.[0];
      if (first) found.push(path.replace(/\{\w+\}/, first.id));
    }
  }
  return found.map((path) => `/v1${path}`);
}

/** An answer without what is no secret (positions, hashes, salts, sizes of the ledger), its random ids numbered as they come. */
function plain(text: string): string {
  const ids = new Map<string, string>();
  return text
    .replace(/"(seq|knownSeq|proposedSeq)":\s*\d+/g, '"$1":0')
    .replace(/\\"seq\\":\d+/g, 'seq')
    .replace(/"(next|cursor|disclosure)":"[^"]*"/g, '"$1":""')
    .replace(/(?<![\w-])[\w-]{43}(?=\\?")/g, 'digest')
    .replace(/[0-9a-f]{64}/g, 'hash')
    .replace(/\b[0-9a-hjkmnp-tv-z]{26}\b/g, (id) => {
      if (!ids.has(id)) ids.set(id, `id-${ids.size}`);
      return ids.get(id)!;
    });
}

describe.each(ENGINES)('what a person may not see, on %s', (engine) => {
  it('changes nothing in any answer that they get', async () => {
    const step = fc.record({ hidden: fc.boolean(), kind: fc.nat(5) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const full = await openWorld(engine, { clock: STOPPED });
        const poor = await openWorld(engine, { clock: STOPPED });
        try {
          await compare(full, poor, steps);
        } finally {
          await full.close();
          await poor.close();
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 900_000);
});

async function compare(full: World, poor: World, steps: readonly { hidden: boolean; kind: number }[]): Promise<void> {
  const [inFull, inPoor] = [await begin(full), await begin(poor)];
  for (const [n, { hidden, kind }] of steps.entries()) {
    const acts = hidden ? HIDDEN : VISIBLE;
    const act = acts[kind % acts.length]!;
    await act(full, inFull, n);
    if (!hidden) await act(poor, inPoor, n);
  }
  const [asked, alike] = [await addresses(full, inFull), await addresses(poor, inPoor)];
  expect(asked.length).toBe(alike.length);
  expect(asked.length).toBeGreaterThan(15);
  for (const [index, address] of asked.entries()) {
    const rich = await full.as('diplomat').get(address);
    const bare = await poor.as('diplomat').get(alike[index]!);
    expect({ address: plain(address), status: rich.status, body: plain(rich.text) }).toEqual({
      address: plain(alike[index]!),
      status: bare.status,
      body: plain(bare.text),
    });
  }
}
