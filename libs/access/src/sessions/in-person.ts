import { type Actor, Refusal } from '@zvit/domain';

/**
 * Refuses tokens: what gives more access (a new token, a new password) is done in a session. A stolen token could otherwise
 * make itself successors that outlive it.
 */
export function inPerson(actor: Actor): void {
  if (actor.token !== undefined)
    throw new Refusal('missing-role', 'A token does not do this: log in with your password.');
}
