import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { leafHash, rootOf } from '@zvit/proof';
import { type Connections, readNode, type Store } from '@zvit/store';
import { add, eventOf, type Minimal, minimalRecord, WRITER } from '../support/minimal.js';
import { ENGINES, newPlace, openStore, type TestPlace } from '../support/place.js';
import { verifyAll } from '../support/verify.js';

describe.each(ENGINES)('the ledger on %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  let connections: Connections;
  let minimal: Minimal;

  beforeEach(async () => {
    place = await newPlace(engine);
    ({ store, connections } = await openStore(place.place));
    minimal = await minimalRecord(store);
  });

  afterEach(async () => {
    expect(await verifyAll(connections, store)).toEqual([]);
    await store.close();
    await place.remove();
  });

  const entries = () =>
    store.db.all<{ seq: number; bytes: string; leaf_hash: string }>('SELECT * FROM entry ORDER BY seq');

  it('numbers entries without gaps, in canonical bytes whose hash is the leaf', async () => {
    await add(store, 'event', eventOf(minimal, 'First'));
    const rows = await entries();
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1));
    for (const row of rows) {
      expect(leafHash(Buffer.from(row.bytes, 'utf8')).toString('hex')).toBe(row.leaf_hash);
      expect(Buffer.byteLength(row.bytes, 'utf8')).toBeLessThanOrEqual(65_535);
    }
  });

  it('says in an envelope who, what, when and which record, and no word of content', async () => {
    await add(store, 'event', eventOf(minimal, 'Тайна відомого імені'));
    const envelope = JSON.parse((await entries()).at(-1)!.bytes) as Record<string, unknown>;
    expect(Object.keys(envelope).sort()).toEqual([
      '_sd',
      'act',
      'actor',
      'record',
      'recordedAt',
      'seq',
      'v',
      'version',
    ]);
    const everything = (await entries()).map((row) => row.bytes).join('\n');
    for (const word of ['Тайна', 'What happened', 'as it stands', 'a-tribunal', 'Netherlands', '2023-05-17', '"NL"'])
      expect(everything).not.toContain(word);
  });

  it('keeps the tree up as it grows: the root from stored nodes is the root of the leaves', async () => {
    for (let n = 0; n < 9; n += 1) await add(store, 'event', eventOf(minimal, `Event ${n}`));
    const rows = await entries();
    const leaves = rows.map((row) => Buffer.from(row.leaf_hash, 'hex'));
    const stored = await rootOf(rows.length, (level, position) => readNode(store.db, level, position));
    expect(stored.equals(plainRoot(leaves))).toBe(true);
  });

  it('carries out many acts at once, each whole, those that fail leaving nothing', async () => {
    const before = (await entries()).length;
    const wishes = Array.from({ length: 60 }, (_, n) =>
      n % 3 === 2
        ? add(store, 'event', { ...eventOf(minimal, `Event ${n}`), kind: 'no-such-kind' })
        : add(store, 'event', eventOf(minimal, `Event ${n}`)),
    );
    const results = await Promise.allSettled(wishes);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(40);
    expect(await entries()).toHaveLength(before + 40);
    const seqs = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.seq] : []));
    expect([...seqs].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => before + n + 1));
    const events = await store.db.all('SELECT id FROM event');
    expect(events).toHaveLength(40);
  });

  it('keeps nothing of a write that fails after its entry', async () => {
    const before = await entries();
    const failing = store.write(WRITER, async (tx) => {
      await tx.append({ act: 'note.add', record: { type: 'note', id: tx.newId() }, fields: new Map([['/text', 'x']]) });
      throw new Error('the power went');
    });
    await expect(failing).rejects.toThrow('the power went');
    expect(await entries()).toEqual(before);
    await add(store, 'event', eventOf(minimal, 'Afterwards'));
  });

  it('is append-only for every program: the database refuses change and removal', async () => {
    await add(store, 'event', eventOf(minimal, 'Fixed'));
    for (const sql of [
      `UPDATE entry SET bytes = '{}' WHERE seq = 1`,
      'DELETE FROM entry WHERE seq = 1',
      `UPDATE tree_node SET hash = 'x'`,
      'DELETE FROM tree_node',
      `UPDATE disclosure SET encoded = 'x'`,
      'DELETE FROM disclosure',
    ])
      await expect(store.write(WRITER, (tx) => tx.run(sql))).rejects.toThrow(/append-only|lawful erasure/);
  });
});

/** The root by the definition of RFC 6962 section 2.1, on leaves in memory: slow, and not the code under test. */
function plainRoot(leaves: Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [plainRoot(leaves.slice(0, split)), plainRoot(leaves.slice(split))];
  return createHash('sha256')
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest();
}
