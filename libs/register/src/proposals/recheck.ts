import {
  applyFields,
  type Content,
  type ContentType,
  decideCorrection,
  decideProposal,
  decideRetraction,
  type Fields,
  type Json,
  type LifecycleReason,
  type Sight,
} from '@zvit/domain';
import { contentOf, type Row, Surrounded, type Tx } from '@zvit/store';
import { holdingNow, mechanismState } from '../transitions/lifecycle-state.js';
import { fulfilmentOf, spanOf } from '../transitions/wish.js';

/** Every reason that stands against a proposal in the state of this moment, by the same rules as when it was made. */
export function standsAgainst(tx: Tx, proposal: Row, sight: Sight): Promise<readonly LifecycleReason[]> {
  return proposal.record_type === 'transition' ? againstStep(tx, proposal) : againstContent(tx, proposal, sight);
}

async function againstStep(tx: Tx, proposal: Row): Promise<readonly LifecycleReason[]> {
  const state = await mechanismState(tx, holdingNow, proposal.mechanism_id as string);
  if (!state) return [{ code: 'proposal-stale' }];
  const id = proposal.id as string;
  if (proposal.verb === 'retract') {
    const decision = decideRetraction(state, id);
    return 'blockers' in decision ? decision.blockers : [];
  }
  const content = await resulting(tx, proposal);
  const wish = {
    to: content.to as string,
    effective: spanOf(content.date as string, content.extent as string | undefined),
    termEnds: content.termEnds as string | null | undefined,
    fulfilment: fulfilmentOf(content),
  };
  const decision = proposal.verb === 'correct' ? decideCorrection(state, id, wish) : decideProposal(state, wish);
  if ('faults' in decision) return [{ code: 'proposal-stale' }];
  return 'blockers' in decision ? decision.blockers : [];
}

/** Of what follows no lifecycle, only the content can have gone wrong meanwhile: a source withdrawn, a term gone. */
async function againstContent(tx: Tx, proposal: Row, sight: Sight): Promise<readonly LifecycleReason[]> {
  if (proposal.verb === 'retract') return [];
  const content = await resulting(tx, proposal);
  const faults = await new Surrounded(tx, sight).check(proposal.record_type as ContentType, content);
  return faults.length > 0 ? [{ code: 'proposal-stale' }] : [];
}

/** The content that the record would have. */
async function resulting(tx: Tx, proposal: Row): Promise<Content> {
  const before = await contentOf(tx, proposal.record_type as ContentType, proposal.id as string);
  return applyFields(before, fieldsOf(proposal));
}

const fieldsOf = (proposal: Row): Fields => new Map(JSON.parse(proposal.fields as string) as [string, Json][]);
