import { type Fault } from '@zvit/domain';
import { wishedFaults } from '../records/as-wished.js';
import { type ParticipationWish, RENAMED } from './participation-content.js';

/** The faults of a participation as the request had it: citations that were taken from its acts are spoken of there alone. */
export function participationFaultsAsWished(faults: readonly Fault[], wish: ParticipationWish): Fault[] {
  const own = (wish.citations ?? []).length > 0;
  const hasActs = (wish.acts ?? []).length > 0;
  return wishedFaults(
    faults.filter(({ pointer }) => own || !hasActs || !/^\/citations(\/|$)/.test(pointer)),
    RENAMED,
  );
}
