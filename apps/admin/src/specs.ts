import { ACCESS_SPECS } from '@zvit/access';
import { EVIDENCE_SPECS } from '@zvit/evidence';
import { REGISTER_SPECS } from '@zvit/register';
import { type Config } from '@zvit/platform';
import { openConnections, placeOf, Projections, Store } from '@zvit/store';

export const allProjections = (): Projections =>
  new Projections([...ACCESS_SPECS, ...EVIDENCE_SPECS, ...REGISTER_SPECS]);

/** Opens the installation for writing, hands it to a command and closes it. Refused while the service runs on SQLite. */
export async function withStore<T>(config: Config, work: (store: Store) => Promise<T>): Promise<T> {
  const store = new Store(await openConnections(placeOf(config)), allProjections());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
