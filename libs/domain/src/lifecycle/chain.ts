import type { ChainReason } from './reasons.js';
import { isTerminal, stepBetween } from './lifecycle.js';
import type { Lifecycle } from './lifecycle.js';

/** A date in the world: its EDTF text with the earliest and the latest day it can mean ('YYYY-MM-DD', compared bytewise).
 *  A null bound is not known; both null is a thing in order without a date. */
export interface Span {
  readonly edtf: string;
  readonly earliest: string | null;
  readonly latest: string | null;
}

/**
 * An approved transition. `order` decides between steps of one and the same date; `termEnds` is the last day of the term that
 * begins with it (null or absent: not known); `fulfilled` says that its recorded fulfilment answers the condition of its step.
 */
export interface Step {
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
  readonly effective: Span;
  readonly order: number;
  readonly termEnds?: string | null;
  readonly fulfilled?: boolean;
}

// '~' is above every digit and '' below: an unknown earliest day is before all days, an unknown latest day after all.
const keys = ({ earliest, latest }: Span): [string, string] =>
  earliest === null && latest === null ? ['~', '~'] : [earliest ?? '', latest ?? '~'];

const bytewise = (a: string, b: string) => Number(a > b) - Number(a < b);

/** Whether two dates mean the same days, so that only `order` can tell which came first. */
export function sameDays(a: Span, b: Span): boolean {
  return a.earliest === b.earliest && a.latest === b.latest;
}

/** The steps in the order in which they took effect: by earliest day, latest day, `order`, and at last by id, so that it is
 *  always the same order. Steps without any date come last. The argument is left as it is. */
export function orderChain<S extends Step>(steps: readonly S[]): readonly S[] {
  return [...steps].sort((a, b) => {
    const [x, y] = [keys(a.effective), keys(b.effective)];
    return bytewise(x[0], y[0]) || bytewise(x[1], y[1]) || a.order - b.order || bytewise(a.id, b.id);
  });
}

/** The same ordered steps with each `from` taken from the step before: what a late step or a retraction makes of a chain. */
export function relink<S extends Step>(ordered: readonly S[]): readonly S[] {
  return ordered.map((step, index) => ({ ...step, from: ordered[index - 1]?.to ?? null }));
}

/** Whether an ordered chain is lawful as a whole: it begins with an entry, each step begins where the one before ended and is
 *  listed in the lifecycle, nothing leaves a terminal status. Returns every reason, none when it is lawful. */
export function checkChain(lifecycle: Lifecycle, ordered: readonly Step[]): readonly ChainReason[] {
  return ordered.flatMap((step, index) => {
    const previous = ordered[index - 1]?.to ?? null;
    const { from, to, id } = step;
    const reasons: ChainReason[] = [];
    if (from !== previous) reasons.push({ code: 'chain-broken', from, previous, to, step: id });
    if (stepBetween(lifecycle, from, to) !== undefined) return reasons;
    if (from === null) reasons.push({ code: 'not-an-entry', to, step: id });
    else if (isTerminal(lifecycle, from)) reasons.push({ code: 'terminal-status', from, to, step: id });
    else reasons.push({ code: 'unlawful-step', from, to, step: id });
    return reasons;
  });
}
