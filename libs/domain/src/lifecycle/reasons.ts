/** Why a step is not lawful in its chain. `step` is the id of a recorded step, or null for the step that is asked about. */
export type ChainReason = { readonly to: string; readonly step: string | null } & (
  | { readonly code: 'unlawful-step'; readonly from: string }
  | { readonly code: 'terminal-status'; readonly from: string }
  | { readonly code: 'not-an-entry' }
  | { readonly code: 'chain-broken'; readonly from: string | null; readonly previous: string | null }
);

/** Why the requirement of a step is not fulfilled. `words` is the condition as the lifecycle states it, `condition`
 *  the id of a condition of the mechanism; `termEnds` is a day, `effective` and `since` are EDTF texts. */
export type RequirementReason = { readonly to: string; readonly step: string | null } & (
  | { readonly code: 'fulfilment-missing'; readonly requirement: string; readonly words: string }
  | { readonly code: 'fulfilment-uncited'; readonly requirement: string; readonly words: string }
  | { readonly code: 'no-condition-recorded' }
  | { readonly code: 'no-threshold-recorded' }
  | ({ readonly code: 'condition-open'; readonly status: string } & OfCondition)
  | ({ readonly code: 'condition-not-recorded-as-met' } & OfCondition)
  | ({ readonly code: 'condition-elsewhere' } & OfCondition)
  | ({
      readonly code: 'threshold-not-reached';
      readonly act: string;
      readonly count: number;
      readonly reached: number;
    } & OfCondition)
  | { readonly code: 'term-lapsed'; readonly termEnds: string; readonly effective: string }
  | { readonly code: 'term-not-shown'; readonly termEnds: string | null; readonly effective: string }
  | { readonly code: 'milestone-reached'; readonly milestone: string; readonly since: string }
  | { readonly code: 'no-founding-that-day'; readonly effective: string }
);

/** A condition by id, slug and words; slug and words are null where the record has no condition of that id. */
type OfCondition = { readonly condition: string; readonly slug: string | null; readonly text: string | null };

/** Why a person may not decide on a proposal, or not now. Ids of persons are never repeated here: they are nobody's business. */
export type ProposalReason =
  | { readonly code: 'own-proposal' }
  | { readonly code: 'not-the-proposer' }
  | { readonly code: 'role-missing' }
  | { readonly code: 'proposal-closed'; readonly state: 'approved' | 'rejected' | 'withdrawn' }
  | { readonly code: 'proposal-stale' }
  | { readonly code: 'content-changed'; readonly given: string; readonly expected: string }
  | { readonly code: 'not-in-chain'; readonly step: string };

/** Every reason of the lifecycle as a typed value; assignable to the plain `Reason` of errors.ts. */
export type LifecycleReason = ChainReason | RequirementReason | ProposalReason;

/** The closed list of codes of reasons, as screens and translations use it. */
export type ReasonCode = LifecycleReason['code'];

/** Codes that can stand in the way of a step itself. */
export type BlockerCode = ChainReason['code'] | RequirementReason['code'] | 'not-in-chain';

/** A reason against a step itself. */
export type Blocker = Extract<LifecycleReason, { code: BlockerCode }>;
