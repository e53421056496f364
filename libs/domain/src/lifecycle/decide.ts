import type { Fault } from '../errors.js';
import type { Span, Step } from './chain.js';
import { orderChain, sameDays } from './chain.js';
import { hasStatus } from './lifecycle.js';
import { placeStep } from './place.js';
import type { Blocker } from './reasons.js';
import type { Fulfilment } from './requirements.js';
import { settle } from './settle.js';
import type { Amendment, LifecycleState } from './settle.js';

/** A step that someone wishes to record; `from` is not asked, it follows from the date. */
export interface TransitionWish {
  readonly to: string;
  readonly effective: Span;
  readonly termEnds?: string | null;
  readonly fulfilment?: Fulfilment | null;
}

/** What a correction changes of a recorded step; what is absent stays. */
export type StepChange = Partial<TransitionWish>;

/** Where an accepted step stands: what it leads from, its order among steps of the same date, and the recorded steps whose
 *  `from` it amends. */
export interface Placement {
  readonly from: string | null;
  readonly order: number;
  readonly amends: readonly Amendment[];
}

/** Faults are errors of the input (HTTP 400), blockers stand against a well-formed wish (409); each list is complete and not
 *  empty where it stands. */
export type StepDecision =
  { readonly faults: readonly Fault[] } | { readonly blockers: readonly Blocker[] } | { readonly placed: Placement };

/** A retraction is refused with all reasons or amends the steps that follow. */
export type RetractionDecision = { readonly blockers: readonly Blocker[] } | { readonly amends: readonly Amendment[] };

// No recorded step has an empty id, so it can name the wish while the chain is judged.
const WISH = '';

/**
 * Decides whether a wished step may be proposed, and again, with the state of that moment, whether it may be approved. A step
 * recorded late is put between the steps around it; the one that follows is then amended, and must stay lawful and fulfilled.
 */
export function decideProposal(state: LifecycleState, wish: TransitionWish): StepDecision {
  const faults = inputFaults(state, wish, wish.effective, wish.termEnds);
  if (faults.length > 0) return { faults };
  const { to, effective, termEnds, fulfilment } = wish;
  const step: Step = { id: WISH, from: null, to, effective, order: 0, termEnds };
  const { order, chain, blockers, amends } = placeStep(state, state.chain, step, { id: WISH, fulfilment });
  return blockers.length > 0 ? { blockers } : { placed: { from: fromOf(chain, WISH), order, amends } };
}

/** Decides whether a recorded step may be corrected. What the record says on its condition keeps counting, where the condition is
 *  still the same and nothing new is said. A step whose date stays keeps its order. Unknown step: `not-in-chain`. */
export function decideCorrection(state: LifecycleState, stepId: string, changed: StepChange): StepDecision {
  const old = state.chain.find((step) => step.id === stepId);
  if (old === undefined) return { blockers: [{ code: 'not-in-chain', step: stepId }] };
  const { to = old.to, effective = old.effective } = changed;
  const termEnds = changed.termEnds === undefined ? old.termEnds : changed.termEnds;
  const faults = inputFaults(state, changed, effective, termEnds);
  if (faults.length > 0) return { faults };

  const others = state.chain.filter((step) => step.id !== stepId);
  const now: Step = { ...old, to, effective, termEnds };
  const subject = { id: stepId, fulfilment: changed.fulfilment };
  const settled = sameDays(old.effective, effective)
    ? { order: old.order, ...settle(state, orderChain([...others, now]), subject) }
    : placeStep(state, others, now, subject);
  if (settled.blockers.length > 0) return { blockers: settled.blockers };
  return { placed: { from: fromOf(settled.chain, stepId), order: settled.order, amends: settled.amends } };
}

/** Decides whether a recorded step may be taken back: the chain without it must be lawful, the step after it amended. Taking
 *  back the only step leaves a mechanism without status, which is lawful. Unknown step: `not-in-chain`. */
export function decideRetraction(state: LifecycleState, stepId: string): RetractionDecision {
  if (!state.chain.some((step) => step.id === stepId)) return { blockers: [{ code: 'not-in-chain', step: stepId }] };
  const rest = orderChain(state.chain.filter((step) => step.id !== stepId));
  const { blockers, amends } = settle(state, rest);
  return blockers.length > 0 ? { blockers } : { amends };
}

const fromOf = (chain: readonly Step[], id: string) => chain.find((step) => step.id === id)!.from;

function inputFaults(
  state: LifecycleState,
  { to }: StepChange,
  effective: Span,
  termEnds: string | null | undefined,
): Fault[] {
  const faults: Fault[] = [];
  if (to !== undefined && !hasStatus(state.lifecycle, to))
    faults.push({ pointer: '/to', code: 'not-in-vocabulary', detail: `The lifecycle has no status ${to}.` });
  if (termEnds && effective.earliest !== null && termEnds < effective.earliest)
    faults.push({ pointer: '/termEnds', code: 'end-before-begin', detail: 'The term ends before the step begins it.' });
  return faults;
}
