import type { LifecycleReason, ProposalReason } from './reasons.js';

/*
 * Four eyes, the whole rule:
 *   - the person who proposed never approves and never rejects, whatever roles they hold;
 *   - anybody else with the role may approve or reject;
 *   - only the person who proposed withdraws.
 * Persons are compared, not accounts, sessions or tokens: whoever calls resolves those to their person first. Who has the role
 * to approve is asked at the door, by the table of roles.
 */

/** Where a proposal stands: only an open one can be decided on. */
export type ProposalState = 'open' | 'approved' | 'rejected' | 'withdrawn' | 'stale';

/** The persons (opaque ids of persons) of a decision on a proposal: who made it, and who decides now. */
export interface DecisionBy {
  readonly proposer: string;
  readonly person: string;
  readonly state: ProposalState;
}

/** What an approval rests on: the hash of the content that was read (`given`) and of the content as it is (`expected`), and what
 *  stands against the step now, decided anew. */
export interface Approval {
  readonly proposer: string;
  readonly approver: string;
  readonly state: ProposalState;
  readonly contentHash: { readonly given: string; readonly expected: string };
  readonly blockers: readonly LifecycleReason[];
}

/** Whether the proposal may be approved; returns every reason against it, none when it may. */
export function decideApproval(approval: Approval): readonly LifecycleReason[] {
  const { proposer, approver, state, contentHash, blockers } = approval;
  const { given, expected } = contentHash;
  return [
    ...anotherPerson(proposer, approver),
    ...stillOpen(state),
    ...(given === expected ? [] : [{ code: 'content-changed', given, expected } as const]),
    ...blockers,
  ];
}

/** Whether the proposal may be rejected: by anybody but the proposer who has the role. Returns every reason against it. */
export function decideRejection(by: DecisionBy & { readonly hasRole: boolean }): readonly ProposalReason[] {
  return [
    ...anotherPerson(by.proposer, by.person),
    ...(by.hasRole ? [] : [{ code: 'role-missing' } as const]),
    ...stillOpen(by.state),
  ];
}

/** Whether the proposal may be withdrawn: by the proposer alone. Returns every reason against it. */
export function decideWithdrawal({ proposer, person, state }: DecisionBy): readonly ProposalReason[] {
  return [...(proposer === person ? [] : [{ code: 'not-the-proposer' } as const]), ...stillOpen(state)];
}

const anotherPerson = (proposer: string, person: string): ProposalReason[] =>
  proposer === person ? [{ code: 'own-proposal' }] : [];

function stillOpen(state: ProposalState): ProposalReason[] {
  if (state === 'open') return [];
  return state === 'stale' ? [{ code: 'proposal-stale' }] : [{ code: 'proposal-closed', state }];
}
