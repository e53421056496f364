import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Fault } from '@zvit/domain';
import { PuttingAside, putAside } from '@zvit/platform';
import { type Store } from '@zvit/store';
import { add, eventOf, type Minimal, minimalRecord, WRITER } from '../support/minimal.js';
import { ENGINES, newPlace, openStore, type TestPlace } from '../support/place.js';

const FAULT: Fault = { pointer: '/surprise', code: 'unknown-field', detail: 'There is no such field.' };

describe.each(ENGINES)('while faults of a request wait, on %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  let minimal: Minimal;

  beforeEach(async () => {
    place = await newPlace(engine);
    ({ store } = await openStore(place.place));
    minimal = await minimalRecord(store);
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  const heads = async () => (await store.db.get<{ n: number }>('SELECT CAST(count(*) AS integer) AS n FROM entry'))!.n;
  const refused = expect.objectContaining({ code: 'invalid-input', more: { faults: [FAULT] } });

  /** As an act runs whose body had one fault. */
  const faulty = <T>(work: () => Promise<T>): Promise<T> =>
    new PuttingAside().during(async () => {
      // Later than the scope begins, as the frame finds it.
      await Promise.resolve();
      expect(putAside([FAULT])).toBe(true);
      return work();
    });

  it('no act is recorded', async () => {
    const before = await heads();
    await expect(faulty(() => add(store, 'event', eventOf(minimal, 'Half a body')))).rejects.toEqual(refused);
    expect(await heads()).toBe(before);
  });

  it('not even an act that swallows the refusal', async () => {
    const before = await heads();
    const act = () =>
      store.write(WRITER, async (tx) => {
        const record = { type: 'event', id: tx.newId() } as const;
        await tx.append({ act: 'event.add', record, fields: new Map() }).catch(() => undefined);
      });
    await expect(faulty(act)).rejects.toEqual(refused);
    expect(await heads()).toBe(before);
  });

  it('nothing else is kept either', async () => {
    const write = () =>
      store.write(WRITER, (tx) => tx.run("UPDATE record SET rank = 2 WHERE type = 'mechanism'", []).then(() => 'done'));
    const ranks = () => store.db.all("SELECT rank FROM record WHERE type = 'mechanism'");
    const before = await ranks();
    await expect(faulty(write)).rejects.toEqual(refused);
    expect(await ranks()).toEqual(before);
    expect(await write()).toBe('done');
    expect(await ranks()).not.toEqual(before);
  });

  it('others in the lane write as ever', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => {
        const work = () => add(store, 'event', eventOf(minimal, `Event ${n}`));
        return n % 2 === 0 ? work() : faulty(work);
      }),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(
      outcomes.map((_, n) => (n % 2 === 0 ? 'fulfilled' : 'rejected')),
    );
  });

  it('and after they were answered, it writes again', async () => {
    const aside = new PuttingAside();
    await aside.during(async () => {
      putAside([FAULT]);
      expect(aside.end()).toEqual([FAULT]);
      await add(store, 'event', eventOf(minimal, 'Afterwards'));
    });
  });
});
