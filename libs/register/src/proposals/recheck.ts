import { decideCorrection, decideProposal, decideRetraction, type LifecycleReason } from '@zvit/domain';
import { contentOf, proposedContent, type Row, type Tx } from '@zvit/store';
import { holdingNow, mechanismState } from '../transitions/lifecycle-state.js';
import { fulfilmentOf, spanOf } from '../transitions/wish.js';

/** Every reason that stands against a proposal in the state of this moment, by the same rules as when it was made. */
export async function standsAgainst(tx: Tx, proposal: Row): Promise<readonly LifecycleReason[]> {
  if (proposal.record_type !== 'transition') return [];
  const state = await mechanismState(tx, holdingNow, proposal.mechanism_id as string);
  if (!state) return [{ code: 'proposal-stale' }];
  const id = proposal.id as string;
  if (proposal.verb === 'retract') {
    const decision = decideRetraction(state, id);
    return 'blockers' in decision ? decision.blockers : [];
  }
  const proposed = proposedContent(proposal.fields as string);
  const content = proposal.verb === 'correct' ? { ...(await contentOf(tx, 'transition', id)), ...proposed } : proposed;
  const wish = {
    to: content.to as string,
    effective: spanOf(content.date as string, content.extent as string | undefined),
    termEnds: content.termEnds as string | null | undefined,
    fulfilment: proposed.fulfilment === undefined && proposal.verb === 'correct' ? undefined : fulfilmentOf(content),
  };
  const decision = proposal.verb === 'correct' ? decideCorrection(state, id, wish) : decideProposal(state, wish);
  if ('faults' in decision) return [{ code: 'proposal-stale' }];
  return 'blockers' in decision ? decision.blockers : [];
}
