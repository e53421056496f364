import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Connections,
  DERIVED_TABLES,
  type Finding,
  rebuild,
  type Store,
  verifyEntries,
  verifyTables,
} from '@zvit/store';
import { add, eventOf, minimalRecord, participationOf, WRITER } from '../support/minimal.js';
import { ENGINES, newPlace, openStore, type TestPlace } from '../support/place.js';
import { verifyAll } from '../support/verify.js';

describe.each(ENGINES)('verify on %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  let connections: Connections;

  beforeAll(async () => {
    place = await newPlace(engine);
    ({ store, connections } = await openStore(place.place));
    const minimal = await minimalRecord(store);
    for (let n = 0; n < 5; n += 1) await add(store, 'event', eventOf(minimal, `Event ${n}`));
    await add(store, 'participation', participationOf(minimal));
  });

  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const run = (text: string, params: unknown[] = []) => {
    let n = 0;
    const numbered = engine === 'postgres' ? text.replaceAll('?', () => `$${(n += 1)}`) : text;
    return connections.source.query(numbered, params);
  };
  /** An enemy with the database's own rights: guards and foreign keys off. */
  const withoutGuards = async (table: string, work: () => Promise<void>) => {
    if (engine === 'postgres') await run(`ALTER TABLE "${table}" DISABLE TRIGGER ALL`);
    else {
      await run('PRAGMA foreign_keys = OFF');
      for (const verb of ['update', 'delete']) await run(`DROP TRIGGER IF EXISTS "${table}_no_${verb}"`);
    }
    await work();
  };

  it('finds nothing in a sound record, and the tables made anew equal those that grew', async () => {
    expect(await verifyAll(connections, store)).toEqual([]);
    const before = await dump();
    await store.write(WRITER, (tx) => rebuild(tx, store.projections));
    expect(await dump()).toEqual(before);
    expect(await verifyAll(connections, store)).toEqual([]);
  });

  const dump = async () =>
    Object.fromEntries(
      await Promise.all(
        DERIVED_TABLES.map(async ({ name, primary }) => [
          name,
          await store.db.all(`SELECT * FROM "${name}" ORDER BY ${primary.map((key) => `"${key}"`).join(', ')}`),
        ]),
      ),
    ) as unknown;

  it('names each row of each table that is altered, removed or made up', async () => {
    const tables = () => connections.snapshot((db) => verifyTables(db, store.projections));
    let tried = 0;
    for (const table of DERIVED_TABLES) {
      const [row] = await store.db.all(`SELECT * FROM "${table.name}" LIMIT 1`);
      if (!row) continue;
      const where = table.primary.map((key) => `"${key}" = ?`).join(' AND ');
      const keys = table.primary.map((key) => row[key]);
      const item = `${table.name} ${keys.join('/')}`;
      await withoutGuards(table.name, async () => {
        const columns = Object.keys(table.columns).filter((column) => !table.primary.includes(column));
        for (const column of columns) {
          const value = typeof row[column] === 'number' ? row[column] - 1 : 'x';
          await run(`UPDATE "${table.name}" SET "${column}" = ? WHERE ${where}`, [value, ...keys]);
          expect(await tables()).toEqual([expect.objectContaining({ code: 'row-altered', item })]);
          await run(`UPDATE "${table.name}" SET "${column}" = ? WHERE ${where}`, [row[column], ...keys]);
          tried += 1;
        }
        await run(`DELETE FROM "${table.name}" WHERE ${where}`, keys);
        expect(await tables()).toEqual([expect.objectContaining({ code: 'row-missing', item })]);
        const strange = { ...row, [table.primary[0]!]: typeof keys[0] === 'number' ? 999 : '9'.repeat(20) };
        for (const one of [row, strange])
          await run(
            `INSERT INTO "${table.name}" (${Object.keys(one)
              .map((name) => `"${name}"`)
              .join(', ')}) VALUES (${Object.keys(one)
              .map(() => '?')
              .join(', ')})`,
            Object.values(one),
          ).catch(() => undefined);
        const added = await tables();
        if (added.length > 0) {
          expect(added.map((one) => one.code)).toEqual(['row-unlisted']);
          await run(`DELETE FROM "${table.name}" WHERE "${table.primary[0]!}" = ?`, [strange[table.primary[0]!]]);
        }
      });
    }
    expect(tried).toBeGreaterThan(100);
    expect(await tables()).toEqual([]);
  });

  it('names the one byte of an entry that was changed, the entry that is gone, the node and the disclosure', async () => {
    const entries = (): Promise<Finding[]> => connections.snapshot((db) => verifyEntries(db));
    const [entry] = await store.db.all<{ seq: number; bytes: string }>('SELECT seq, bytes FROM entry WHERE seq = 4');
    await withoutGuards('entry', async () => {
      for (let at = 0; at < entry!.bytes.length; at += 7) {
        const flipped = String.fromCharCode(entry!.bytes.charCodeAt(at) ^ 1);
        const bytes = entry!.bytes.slice(0, at) + flipped + entry!.bytes.slice(at + 1);
        await run('UPDATE entry SET bytes = ? WHERE seq = 4', [bytes]);
        const findings = await entries();
        expect(findings).toContainEqual(expect.objectContaining({ code: 'leaf-hash-wrong', item: 'entry 4' }));
      }
      await run('UPDATE entry SET bytes = ? WHERE seq = 4', [entry!.bytes]);
      expect(await entries()).toEqual([]);
    });
    await withoutGuards('tree_node', async () => {
      const [node] = await store.db.all<{ hash: string }>(
        'SELECT hash FROM tree_node WHERE level = 2 AND position = 1',
      );
      await run('UPDATE tree_node SET hash = ? WHERE level = 2 AND position = 1', ['0'.repeat(64)]);
      expect(await entries()).toEqual([expect.objectContaining({ code: 'tree-node-wrong', item: 'tree node 2/1' })]);
      await run('UPDATE tree_node SET hash = ? WHERE level = 2 AND position = 1', [node!.hash]);
    });
    await withoutGuards('disclosure', async () => {
      const [one] = await store.db.all<{ digest: string; encoded: string }>('SELECT * FROM disclosure WHERE seq = 4');
      await run('UPDATE disclosure SET encoded = ? WHERE seq = 4 AND digest = ?', [`${one!.encoded}A`, one!.digest]);
      expect(await entries()).toEqual([expect.objectContaining({ code: 'disclosure-altered' })]);
      await run('UPDATE disclosure SET encoded = ? WHERE seq = 4 AND digest = ?', [one!.encoded, one!.digest]);
    });
    await withoutGuards('entry', async () => {
      await run('DELETE FROM entry WHERE seq = 4');
      expect(await entries()).toContainEqual(expect.objectContaining({ code: 'entry-missing', item: 'entry 4' }));
    });
  });
});
