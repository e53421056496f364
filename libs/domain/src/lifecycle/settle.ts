import { checkChain, orderChain, relink } from './chain.js';
import type { Step } from './chain.js';
import { stepBetween } from './lifecycle.js';
import type { Lifecycle } from './lifecycle.js';
import type { Blocker, ChainReason, RequirementReason } from './reasons.js';
import { requirementReasons } from './requirements.js';
import type { Fulfilment, LifecycleFacts } from './requirements.js';

/** All that a decision on a step rests on: the lifecycle, the approved steps in any order, and the facts for requirements. */
export interface LifecycleState extends LifecycleFacts {
  readonly lifecycle: Lifecycle;
  readonly chain: readonly Step[];
}

/** A recorded step whose `from` a decision changes, as it reads afterwards; `formerFrom` is what it was. */
export interface Amendment {
  readonly stepId: string;
  readonly from: string | null;
  readonly to: string;
  readonly formerFrom: string | null;
}

/** The step that a decision is about, with what is said on its condition; where nothing is said (undefined) and the step is a
 *  recorded one, the record's own word counts. Reasons name it by null. */
export interface Subject {
  readonly id: string;
  readonly fulfilment?: Fulfilment | null;
}

/** A chain that would result, with every reason against it (none: it may stand) and the recorded steps that it amends. */
export interface Settled {
  readonly chain: readonly Step[];
  readonly blockers: readonly Blocker[];
  readonly amends: readonly Amendment[];
}

/**
 * Judges the chain that would result from a decision. `ordered` are its steps in order; each `from` is taken anew from the step
 * before. The whole must be lawful; the subject and each amended step must fulfil the requirement of the step that it now is;
 * of all other steps only what this decision breaks counts, so that an old gap elsewhere does not stop the record.
 */
export function settle(state: LifecycleState, ordered: readonly Step[], subject?: Subject): Settled {
  const chain = relink(ordered);
  const before = orderChain(state.chain);
  const former = new Map(before.map((step, index) => [step.id, index]));
  const amends: Amendment[] = [];
  const reasons: (ChainReason | RequirementReason)[] = [...checkChain(state.lifecycle, chain)];

  for (const [index, step] of chain.entries()) {
    const then = former.get(step.id);
    const kept = then === undefined ? null : recorded(state.lifecycle, before[then]!, step);
    if (step.id === subject?.id) {
      reasons.push(...reasonsAt(state, chain, index, subject.fulfilment === undefined ? kept : subject.fulfilment));
      continue;
    }
    const old = before[then!]!;
    const now = reasonsAt(state, chain, index, kept);
    if (old.from !== step.from) {
      amends.push({ stepId: step.id, from: step.from, to: step.to, formerFrom: old.from });
      reasons.push(...now);
    } else {
      const already = reasonsAt(state, before, then!, kept).map((reason) => JSON.stringify(reason));
      reasons.push(...now.filter((reason) => !already.includes(JSON.stringify(reason))));
    }
  }
  const blockers = reasons.map((reason) => (reason.step === subject?.id ? { ...reason, step: null } : reason));
  return { chain, blockers, amends };
}

/** What the record already says on the condition of a step: it answers the new condition only where that is the same. */
function recorded(lifecycle: Lifecycle, old: Step, now: Step): Fulfilment | null {
  if (old.fulfilled !== true) return null;
  const asked = stepBetween(lifecycle, old.from, old.to)?.condition ?? null;
  const asks = stepBetween(lifecycle, now.from, now.to)?.condition ?? null;
  return asked === asks ? { text: 'recorded', cited: 1 } : null;
}

function reasonsAt(
  state: LifecycleState,
  chain: readonly Step[],
  index: number,
  fulfilment: Fulfilment | null | undefined,
): readonly RequirementReason[] {
  const { id, from, to, effective } = chain[index]!;
  const rule = stepBetween(state.lifecycle, from, to);
  // A step that is not listed has no requirement to look at; checkChain has already refused it.
  if (rule === undefined) return [];
  const { conditions, reached, foundingDays } = state;
  const facts = { conditions, reached, foundingDays };
  return requirementReasons({ ...facts, rule, chain: chain.slice(0, index), stepId: id, to, effective, fulfilment });
}
