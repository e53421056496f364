import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Clock, type Connections, openConnections, Projections, schemaDifference, Store } from '@zvit/store';
import { add, eventOf, minimalRecord, participationOf, WRITER } from '../support/minimal.js';
import { ALL_SPECS, ENGINES, newPlace, openStore, type TestPlace } from '../support/place.js';

describe.each(ENGINES)('the database on %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  let connections: Connections;

  beforeEach(async () => {
    place = await newPlace(engine);
    ({ store, connections } = await openStore(place.place));
  });

  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  const bypass = (sql: string, params: (string | number | null)[] = []) =>
    store.write(WRITER, (tx) => tx.run(sql, params));

  it('has exactly the tables that the entities describe, and the comparison sees a difference', async () => {
    expect(await schemaDifference(connections.source)).toEqual([]);
    await bypass('ALTER TABLE note ADD COLUMN stray integer');
    expect(await schemaDifference(connections.source)).not.toEqual([]);
  });

  it('refuses by itself, when the act is bypassed, a statement that cites nothing', async () => {
    const minimal = await minimalRecord(store);
    await add(store, 'event', eventOf(minimal, 'Cited'));
    await add(store, 'participation', participationOf(minimal));
    const copy = async (table: string, change: Record<string, string | number | null>) => {
      const [row] = await store.db.all(`SELECT * FROM "${table}"`);
      const next = { ...row!, ...change };
      return store.write(WRITER, (tx) => tx.insert(table, next));
    };
    const other = '7'.repeat(26);
    for (const table of ['event', 'participation']) {
      await expect(copy(table, { id: other })).rejects.toThrow(/foreign key/i);
      await expect(copy(table, { id: other, cited: null })).rejects.toThrow(/null/i);
    }
    for (const table of ['participation_act', 'statement'])
      await expect(copy(table, { record_id: other })).rejects.toThrow(/foreign key/i);
    await expect(bypass('DELETE FROM citation')).rejects.toThrow(/foreign key/i);
    await expect(bypass(`UPDATE citation SET source_id = ?`, [other])).rejects.toThrow(/foreign key/i);
  });

  it('never lets recorded time go back when the clock is set back by an hour', async () => {
    const times = ['2026-11-23T12:00:00.000Z', '2026-11-23T11:00:00.000Z', '2026-11-23T12:30:00.000Z'];
    const clock: Clock = { now: () => times.shift() ?? '2026-11-23T13:00:00.000Z' };
    const told = new Store(connections, new Projections(ALL_SPECS), clock);
    const recorded: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const receipt = await add(told, 'party', {
        key: `org-${n}`,
        type: 'organisation',
        iso: null,
        names: { en: 'A', nl: 'A', uk: 'А' },
      });
      recorded.push(receipt.recordedAt);
    }
    expect(recorded).toEqual(['2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00.000Z', '2026-11-23T12:30:00.000Z']);
  });

  it('gives the same answer to the same key, and refuses the key for another act', async () => {
    await minimalRecord(store);
    const idempotency = { key: 'a'.repeat(64), fingerprint: 'b'.repeat(64) };
    const note = () =>
      store.act(
        WRITER,
        (tx) =>
          tx.append({
            act: 'vocabulary.add',
            record: { type: 'vocabulary', id: tx.newId() },
            fields: new Map([['/terms/1/id', 'x']]),
          }),
        idempotency,
      );
    const first = await note();
    const again = await note();
    expect(again).toEqual(first);
    await expect(
      store.act(WRITER, () => Promise.reject(new Error('not reached')), {
        ...idempotency,
        fingerprint: 'c'.repeat(64),
      }),
    ).rejects.toMatchObject({ code: 'key-reused' });
    const [{ n } = { n: 0 }] = await store.db.all<{ n: number }>(
      'SELECT CAST(count(*) AS integer) AS n FROM act WHERE idempotency_key IS NOT NULL',
    );
    expect(n).toBe(1);
  });
});

describe('SQLite alone', () => {
  it('is written with synchronous=FULL in WAL mode by one process only', async () => {
    const place = await newPlace('sqlite');
    const { store } = await openStore(place.place);
    try {
      const pragma = (name: string) => store.write(WRITER, (tx) => tx.get(`PRAGMA ${name}`));
      expect(await pragma('synchronous')).toEqual({ synchronous: 2 });
      expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
      await expect(openConnections(place.place)).rejects.toThrow('Another process writes to this database');
    } finally {
      await store.close();
      await place.remove();
    }
  });
});
