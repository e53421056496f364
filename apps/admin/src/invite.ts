import { makeInvitation } from '@zvit/access';
import { type Config } from '@zvit/platform';
import { say } from './say.js';
import { withStore } from './specs.js';

/** Makes a new one-time link for the first administrator, for when the one printed at the start has run out. */
export function invite(config: Config): Promise<number> {
  say('This writes: earlier links stop working.');
  return withStore(config, async (store) => {
    const { token } = await makeInvitation(store);
    say(`Within one hour: ${config.publicUrl}/first-administrator#${token}`);
    return 0;
  });
}
