import { describe, expect, it } from '@jest/globals';
import { add, eventOf, minimalRecord } from '../support/minimal.js';
import { ENGINES, newPlace, openStore } from '../support/place.js';
import { verifyAll } from '../support/verify.js';

const ACTS = 60;

// SQLite has one writing process, which is tested elsewhere; of PostgreSQL this asks that it needs none.
const SHARED = ENGINES.filter((engine) => engine !== 'sqlite');

if (SHARED.length > 0)
  describe.each(SHARED)('two processes on one %s', (engine) => {
    it('write one ledger without gaps, and each reads at once what the other acknowledged', async () => {
      const place = await newPlace(engine);
      const one = await openStore(place.place);
      const other = await openStore(place.place);
      try {
        const minimal = await minimalRecord(one.store);
        const receipts = await Promise.all(
          Array.from({ length: ACTS }, (_, n) =>
            add(n % 2 === 0 ? one.store : other.store, 'event', eventOf(minimal, `Event ${n}`, '2023-06-01')),
          ),
        );
        const seqs = receipts.map(({ seq }) => seq).sort((a, b) => a - b);
        expect(seqs).toEqual(Array.from({ length: ACTS }, (_, n) => seqs[0]! + n));
        const last = await add(one.store, 'event', eventOf(minimal, 'The last', '2023-06-02'));
        const seen = await other.store.db.get<{ id: string }>('SELECT id FROM event WHERE id = ?', [last.id]);
        expect(seen?.id).toBe(last.id);
        expect(await verifyAll(other.connections, other.store)).toEqual([]);
      } finally {
        await one.store.close();
        await other.store.close();
        await place.remove();
      }
    });

    it('keep one key for one act, whichever of them is asked', async () => {
      const place = await newPlace(engine);
      const one = await openStore(place.place);
      const other = await openStore(place.place);
      try {
        const key = { key: 'a'.repeat(64), fingerprint: 'b'.repeat(64) };
        const actor = { person: '0'.repeat(26), account: '1'.repeat(26), roles: ['editor'] as const };
        const act = ({ store }: typeof one) =>
          store.act(
            actor,
            (tx) => {
              const fields = new Map([['/name', 'Somebody']]);
              return tx.append({ act: 'person.add', record: { type: 'person', id: tx.newId() }, fields });
            },
            key,
          );
        const receipts = await Promise.all([one, other, one, other, one, other].map(act));
        expect(new Set(receipts.map(({ seq }) => seq)).size).toBe(1);
        expect(await verifyAll(one.connections, one.store)).toEqual([]);
      } finally {
        await one.store.close();
        await other.store.close();
        await place.remove();
      }
    });
  });

// Without PostgreSQL the file would hold no test, which Jest takes for a failure.
describe('the engines', () => {
  it('are two, or SQLite alone where PostgreSQL was left out', () => {
    expect([...ENGINES]).toEqual(process.env.ZVIT_TEST_POSTGRES === undefined ? ['sqlite'] : ['sqlite', 'postgres']);
  });
});
