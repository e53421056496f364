import { makeInvitation } from '@zvit/access';
import { type Config } from '@zvit/platform';
import { say } from './say.js';
import { withStore } from './specs.js';

/** Makes a new one-time link for the first administrator, for when the one printed at the start has run out. */
export function invite(config: Config): Promise<number> {
  say('This writes: earlier links stop working.');
  return withStore(config, async (store) => {
    const invitation = await makeInvitation(store);
    if (!invitation) {
      say('There are accounts already: an administrator makes the next ones.');
      return 1;
    }
    say(`Once, until ${invitation.expiresAt}: ${config.publicUrl}/first-administrator#${invitation.token}`);
    return 0;
  });
}
