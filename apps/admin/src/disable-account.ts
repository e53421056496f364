import { actorNamed, disableByOperator } from '@zvit/access';
import { type Config } from '@zvit/platform';
import { parseArgs } from 'node:util';
import { say } from './say.js';
import { withStore } from './specs.js';

/** Disables an account in the name of an administrator: the way out where the one who would have to agree has left for good. */
export async function disableAccount(config: Config, words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { as: { type: 'string' } },
  });
  const [username, ...more] = positionals;
  const { as: administrator } = values;
  if (username === undefined || more.length > 0 || administrator === undefined) {
    say('disable-account <username> --as <username of an administrator>');
    return 2;
  }
  say('This writes: the account is disabled, its sessions and tokens with it.');
  return withStore(config, async (store) => {
    const { seq } = await disableByOperator(store, await actorNamed(store, administrator), username);
    say(`Disabled: entry ${seq}.`);
    return 0;
  });
}
