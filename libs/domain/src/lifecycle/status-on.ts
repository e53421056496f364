import type { Step } from './chain.js';

/**
 * The status of a mechanism on a day. `since` is the EDTF text of the step `by` that began the present run of the status: a
 * renewal does not begin it anew, but stands in `renewedOn` and `renewedBy`. `certain` is false when the day lies within
 * the imprecision of a date ("2023"), and then `possibly` names every status that may hold, `id` among them; before a first
 * step with an imprecise date there may be none yet.
 */
export interface StatusOnDay {
  readonly id: string;
  readonly since: string;
  readonly by: string;
  readonly renewedOn: string | null;
  readonly renewedBy: string | null;
  readonly certain: boolean;
  readonly possibly?: readonly string[];
}

/** The steps of an ordered chain that have, or may have, taken effect on the day ('YYYY-MM-DD'). */
export function begunOn<S extends Step>(ordered: readonly S[], day: string): readonly S[] {
  const next = ordered.findIndex(({ effective }) => effective.earliest !== null && effective.earliest > day);
  return next === -1 ? ordered : ordered.slice(0, next);
}

/**
 * The status on a day ('YYYY-MM-DD') by the effective dates of an ordered chain, or null before the first step. A step counts
 * from its earliest day on: what was recorded as having happened in 2023 is not hidden until 2024, but marked as not certain.
 */
export function statusOn(ordered: readonly Step[], day: string): StatusOnDay | null {
  const begun = begunOn(ordered, day);
  const last = begun.at(-1);
  if (last === undefined) return null;
  const runBegins = begun.findLastIndex((step) => step.to !== last.to) + 1;
  const first = begun[runBegins]!;
  const renewed = first !== last;
  // What has surely begun ends the doubt about everything before it.
  const surely = begun.findLastIndex(({ effective }) => effective.latest !== null && effective.latest <= day);
  const possibly = [...new Set(begun.slice(Math.max(surely, 0)).map((step) => step.to))];
  const certain = surely >= 0 && possibly.length === 1;
  return {
    id: last.to,
    since: first.effective.edtf,
    by: first.id,
    renewedOn: renewed ? last.effective.edtf : null,
    renewedBy: renewed ? last.id : null,
    certain,
    ...(certain ? {} : { possibly }),
  };
}
