import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Place } from '@zvit/store';
import { minimalRecord } from '../support/minimal.js';
import { ENGINES, newPlace, openStore, type TestPlace } from '../support/place.js';
import { verifyAll } from '../support/verify.js';

/** `npm run test:long` runs all two hundred. */
const KILLS = process.env.ZVIT_LONG === '1' ? 200 : 20;

describe.each(ENGINES)('kill -9 in the midst of writing on %s', (engine) => {
  let place: TestPlace;

  beforeAll(async () => {
    place = await newPlace(engine);
    const { store } = await openStore(place.place);
    await minimalRecord(store);
    await store.close();
  });

  afterAll(() => place.remove());

  it(`${KILLS} times: every acknowledged act is there, no half act, the ledger verifies`, async () => {
    const acknowledged = new Map<number, string>();
    let before = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      for (const [seq, leaf] of await writeUntilKilled(place.place, Math.random() * 250)) {
        expect(acknowledged.has(seq)).toBe(false);
        acknowledged.set(seq, leaf);
      }
      const { store, connections } = await openStore(place.place);
      const rows = await store.db.all<{ seq: number; leaf_hash: string }>(
        'SELECT seq, leaf_hash FROM entry WHERE seq > ?',
        [before],
      );
      const stored = new Map(rows.map((row) => [row.seq, row.leaf_hash]));
      for (const [seq, leaf] of acknowledged) if (seq > before) expect(stored.get(seq)).toBe(leaf);
      before = Math.max(before, ...stored.keys());
      if (kill % 5 === 0 || kill === KILLS) expect(await verifyAll(connections, store)).toEqual([]);
      await store.close();
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS);
  }, 1_200_000);
});

/** Lets a writer work for some milliseconds after it is ready, kills it, and returns what it had acknowledged. */
async function writeUntilKilled(place: Place, milliseconds: number): Promise<Map<number, string>> {
  const writer = spawn(process.execPath, ['test/support/writer.mjs', JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const complained: string[] = [];
  writer.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  writer.stderr.setEncoding('utf8').on('data', (text: string) => complained.push(text));
  const gone = once(writer, 'close');
  await untilReady(writer, said, complained);
  await sleep(milliseconds);
  if (writer.exitCode !== null) throw new Error(`the writer ended by itself: ${complained.join('')}`);
  writer.kill('SIGKILL');
  await gone;
  const lines = said.join('').split('\n').slice(1, -1);
  return new Map(lines.map((line) => [Number(line.split(' ')[0]), line.split(' ')[1]!]));
}

async function untilReady(writer: ChildProcess, said: string[], complained: string[]): Promise<void> {
  while (!said.join('').startsWith('ready\n')) {
    if (writer.exitCode !== null) throw new Error(`the writer ended by itself: ${complained.join('')}`);
    await sleep(5);
  }
}
