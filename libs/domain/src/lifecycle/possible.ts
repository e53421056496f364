import { orderChain } from './chain.js';
import { stepsFrom } from './lifecycle.js';
import type { Lifecycle } from './lifecycle.js';
import type { Blocker } from './reasons.js';
import { settle } from './settle.js';
import type { LifecycleState } from './settle.js';
import { begunOn } from './status-on.js';

/** A step that the lifecycle lists out of the status in force, with all that stands against it now. `condition` and `evidence`
 *  are the words of the lifecycle; a renewal has `from` = `to`. */
export interface PossibleStep {
  readonly from: string | null;
  readonly to: string;
  readonly condition: string | null;
  readonly requirement: string | null;
  readonly evidence: string;
  readonly blockers: readonly Blocker[];
}

/**
 * Every next step from the status in force on a day ('YYYY-MM-DD'), as if it took effect on that day and nothing had been said
 * yet on its condition; before the first step these are the entries. A terminal status has none. Where later steps are
 * recorded, what the step would do to them is among the blockers.
 */
export function possibleSteps(
  lifecycle: Lifecycle,
  situation: Omit<LifecycleState, 'lifecycle'>,
  day: string,
): readonly PossibleStep[] {
  const state = { ...situation, lifecycle };
  const ordered = orderChain(state.chain);
  const begun = begunOn(ordered, day);
  const from = begun.at(-1)?.to ?? null;
  const later = ordered.slice(begun.length);
  return stepsFrom(lifecycle, from).map(({ to, condition, requirement, evidence }) => {
    const wish = { id: '', from, to, effective: { edtf: day, earliest: day, latest: day }, order: 0 };
    const { blockers } = settle(state, [...begun, wish, ...later], { id: '' });
    return { from, to, condition, requirement: requirement ?? null, evidence, blockers };
  });
}
