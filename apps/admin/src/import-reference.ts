import { actorNamed } from '@zvit/access';
import { CLASSES, type Classification } from '@zvit/domain';
import { type Config } from '@zvit/platform';
import { ImportReference } from '@zvit/register';
import { parseArgs } from 'node:util';
import { endProgress, progress, say } from './say.js';
import { withStore } from './specs.js';

/** Loads reference data in the name of an account: one batch that succeeds or fails whole. */
export async function importReference(config: Config, words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { as: { type: 'string' }, class: { type: 'string', default: 'internal' } },
  });
  const folder = positionals[0];
  if (folder === undefined || values.as === undefined || !isClass(values.class)) {
    say(`import <folder> --as <username> [--class ${CLASSES.join('|')}]`);
    return 2;
  }
  const { as: username, class: classification } = values;
  say('This writes: reference data is loaded as one batch.');
  return withStore(config, async (store) => {
    const actor = await actorNamed(store, username);
    const summary = await new ImportReference(store).run(actor, folder, {
      class: classification,
      onProgress: progress,
    });
    endProgress();
    say(JSON.stringify(summary, null, 2));
    return 0;
  });
}

const isClass = (value: string): value is Classification => (CLASSES as readonly string[]).includes(value);
