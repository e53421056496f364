import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leafHash, rootOf } from '@zvit/proof';
import { type Connections, readNode, type Store, verifyEntries } from '@zvit/store';
import { add, eventOf, minimalRecord, WRITER } from '../support/minimal.js';
import { ENGINES, newPlace, openStore, type TestPlace } from '../support/place.js';

describe.each(ENGINES)('destroying disclosures by law on %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  let connections: Connections;

  beforeAll(async () => {
    place = await newPlace(engine);
    ({ store, connections } = await openStore(place.place));
    await add(store, 'event', eventOf(await minimalRecord(store), 'To be forgotten'));
  });

  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const entries = () =>
    store.db.all<{ seq: number; bytes: string; leaf_hash: string }>('SELECT * FROM entry ORDER BY seq');
  const root = async () => rootOf((await entries()).length, (level, position) => readNode(store.db, level, position));

  it('leaves every envelope, every leaf hash and the root as they were', async () => {
    const before = await entries();
    const rootBefore = await root();
    const { seq } = before.at(-1)!;
    await store.write(WRITER, async (tx) => {
      await tx.run('INSERT INTO erasure (seq, digest, by_seq) SELECT seq, digest, ? FROM disclosure WHERE seq = ?', [
        seq,
        seq,
      ]);
      await tx.run('DELETE FROM disclosure WHERE seq = ?', [seq]);
    });
    expect(await store.db.all('SELECT digest FROM disclosure WHERE seq = ?', [seq])).toEqual([]);
    const after = await entries();
    expect(after).toEqual(before);
    for (const row of after) expect(leafHash(Buffer.from(row.bytes, 'utf8')).toString('hex')).toBe(row.leaf_hash);
    expect((await root()).equals(rootBefore)).toBe(true);
    expect(await connections.snapshot((db) => verifyEntries(db))).toEqual([]);
  });

  it('is told from a disclosure that just vanished', async () => {
    const [first] = await store.db.all<{ seq: number; digest: string }>(
      'SELECT seq, digest FROM disclosure ORDER BY seq',
    );
    const trigger =
      engine === 'sqlite' ? 'DROP TRIGGER disclosure_no_delete' : 'DROP TRIGGER disclosure_no_delete ON disclosure';
    await store.write(WRITER, async (tx) => {
      await tx.run(trigger);
      await tx.run('DELETE FROM disclosure WHERE seq = ? AND digest = ?', [first!.seq, first!.digest]);
    });
    const findings = await connections.snapshot((db) => verifyEntries(db));
    expect(findings.map((one) => [one.code, one.item])).toEqual([
      ['disclosure-missing', `disclosure ${first!.seq}/${first!.digest}`],
    ]);
  });
});
