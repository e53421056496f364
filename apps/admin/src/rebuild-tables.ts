import { type Config } from '@zvit/platform';
import { rebuild } from '@zvit/store';
import { endProgress, progress, say } from './say.js';
import { withStore } from './specs.js';

/** Throws the tables away and makes them anew from the entries, in one transaction. */
export function rebuildTables(config: Config): Promise<number> {
  say('This writes: all tables are made anew from the entries.');
  return withStore(config, async (store) => {
    const entries = await store.write({ person: '' }, (tx) =>
      rebuild(tx, store.projections, (seq) => progress(`entry ${seq}`)),
    );
    endProgress();
    say(`Rebuilt from ${entries} entries.`);
    return 0;
  });
}
