import {
  applyFields,
  type Content,
  type ContentType,
  decideCorrection,
  decideProposal,
  decideRetraction,
  type Fault,
  type Fields,
  type Json,
  type LifecycleReason,
  type Sight,
} from '@zvit/domain';
import { contentOf, type Row, Surrounded, type Tx } from '@zvit/store';
import { holdingNow, mechanismState, type MechanismState } from '../transitions/lifecycle-state.js';
import { fulfilmentOf, spanOf } from '../transitions/wish.js';

/** What a proposal is judged by: the state of this moment for whoever decides, that of a view for whoever reads. */
export interface Grounds {
  state(mechanismId: string): Promise<MechanismState | undefined>;
  /** The content of the proposal's record as it stands, citations included. */
  content(proposal: Row): Promise<Content>;
  faults(type: ContentType, content: Content): Promise<readonly Fault[]>;
}

/** Every reason that stands against a proposal in the state of this moment, by the same rules as when it was made. */
export function standsAgainst(tx: Tx, proposal: Row, sight: Sight): Promise<readonly LifecycleReason[]> {
  const around = new Surrounded(tx, sight);
  return reasonsAgainst(proposal, {
    state: (mechanismId) => mechanismState(tx, holdingNow, mechanismId),
    content: ({ record_type, id }) => contentOf(tx, record_type as ContentType, id as string),
    faults: (type, content) => around.check(type, content),
  });
}

/** The same judgement on other grounds. */
export function reasonsAgainst(proposal: Row, grounds: Grounds): Promise<readonly LifecycleReason[]> {
  return proposal.record_type === 'transition' ? againstStep(proposal, grounds) : againstContent(proposal, grounds);
}

async function againstStep(proposal: Row, grounds: Grounds): Promise<readonly LifecycleReason[]> {
  const state = await grounds.state(proposal.mechanism_id as string);
  if (!state) return [{ code: 'proposal-stale' }];
  const id = proposal.id as string;
  if (proposal.verb === 'retract') {
    const decision = decideRetraction(state, id);
    return 'blockers' in decision ? decision.blockers : [];
  }
  const content = await resulting(proposal, grounds);
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
async function againstContent(proposal: Row, grounds: Grounds): Promise<readonly LifecycleReason[]> {
  if (proposal.verb === 'retract') return [];
  const faults = await grounds.faults(proposal.record_type as ContentType, await resulting(proposal, grounds));
  return faults.length > 0 ? [{ code: 'proposal-stale' }] : [];
}

/** The content that the record would have. */
const resulting = async (proposal: Row, grounds: Grounds): Promise<Content> =>
  applyFields(await grounds.content(proposal), fieldsOf(proposal.fields as string));

/** The fields that a proposal would lay on its record. */
export const fieldsOf = (fields: string): Fields => new Map(JSON.parse(fields) as [string, Json][]);
