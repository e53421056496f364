import { orderChain, sameDays } from './chain.js';
import type { Step } from './chain.js';
import { settle } from './settle.js';
import type { LifecycleState, Settled, Subject } from './settle.js';

/** Room that is left between the orders of two steps, so that a later one of the same date fits between; all stay whole numbers
 *  far below 2³¹. */
export const ORDER_GAP = 1024;

/** A place that was found for a step: its `order`, and the chain that results. */
export interface PlacedStep extends Settled {
  readonly order: number;
}

/**
 * Puts a step among others by its effective date. Among steps of the very same date it takes the last place that is lawful; where
 * none is, the reasons are those against the last place. The step's own `order` is not looked at.
 */
export function placeStep(state: LifecycleState, others: readonly Step[], step: Step, subject: Subject): PlacedStep {
  const tried = ordersFor(others, step).map((order) => ({
    order,
    ...settle(state, orderChain([...others, { ...step, order }]), subject),
  }));
  return tried.find(({ blockers }) => blockers.length === 0) ?? tried[0]!;
}

/** The orders that a step could have, the last place first. Two steps with no room between them leave that place out. */
function ordersFor(others: readonly Step[], step: Step): number[] {
  const orders = [others.reduce((top, other) => Math.max(top, other.order), 0) + ORDER_GAP];
  const ties = orderChain(others.filter((other) => sameDays(other.effective, step.effective)));
  for (let index = ties.length - 1; index >= 0; index--) {
    const above = ties[index]!.order;
    const below = ties[index - 1]?.order ?? above - 2 * ORDER_GAP;
    const middle = Math.floor((above + below) / 2);
    if (middle > below) orders.push(middle);
  }
  return orders;
}
