import type { Day } from './day.js';

/** What an interval says of the time between its two bounds: some moment `within` it, or all of it, `throughout`. */
export const EXTENTS = ['within', 'throughout'] as const;
export type Extent = (typeof EXTENTS)[number];

/** How a bound of a span stands: `known`; `unknown` (there is one, nobody says when); `open` (none is set, EDTF `..`). */
export type Bound = 'known' | 'unknown' | 'open';

/** How finely the source states a date. 2022-XX and 2022-XX-XX are as fine as a year, 2022-02-XX as a month. */
export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'interval';

/** A date in the world as its source states it (EDTF, ISO 8601-2 levels 0 and 1), with computed days. */
export interface DateSpan {
  /** The text of the source, unchanged. */
  readonly edtf: string;
  /** First day that the text can mean; null when that bound is unknown or open. */
  readonly earliest: Day | null;
  /** Last day that the text can mean, never before `earliest`; null when that bound is unknown or open. */
  readonly latest: Day | null;
  readonly precision: Precision;
  /** `?` or `%` stands somewhere: the date may be wrong. A flag, it never moves a bound. */
  readonly uncertain: boolean;
  /** `~` or `%` stands somewhere: the date is approximate. A flag, it never moves a bound. */
  readonly approximate: boolean;
  /** `known` for both save in an interval. At least one is known. */
  readonly bounds: { readonly begin: Bound; readonly end: Bound };
  /** Always there for an interval with two known bounds, never for a single date. */
  readonly extent?: Extent;
}

/** Whether the span can touch the days `from` to `to` (both inclusive; null = without limit). An unknown or open bound
 *  of the span reaches without limit: who asks for a period is shown all that may fall into it. */
export function overlaps(span: DateSpan, from: Day | null, to: Day | null): boolean {
  const endsBefore = span.latest !== null && from !== null && span.latest < from;
  const beginsAfter = span.earliest !== null && to !== null && to < span.earliest;
  return !endsBefore && !beginsAfter;
}

/** Whether all of `a` lies before all of `b`, whatever the imprecision of both. An unknown or open bound proves nothing. */
export function certainlyBefore(a: DateSpan, b: DateSpan): boolean {
  return a.latest !== null && b.earliest !== null && a.latest < b.earliest;
}

/** Total order of spans (negative, 0, positive): by the place of `placeOf`, bytewise, then by the EDTF text. */
export function compareSpans(a: DateSpan, b: DateSpan): number {
  return bytewise(placeOf(a), placeOf(b)) || bytewise(a.edtf, b.edtf);
}

/** Where a span stands among others, as bytewise sortable text of at most 23 characters: by earliest day; then by
 *  latest day, one without a latest day last. One without an earliest day stands at its latest day, before what begins
 *  on that day: "before 3 July 2023" just ahead of 2 July 2023, not at the beginning of all times. */
export function placeOf(span: DateSpan): string {
  const start = span.earliest ?? span.latest;
  return `${start} ${span.earliest === null ? 0 : 1} ${span.latest ?? '~'}`;
}

const bytewise = (a: string, b: string) => (a < b ? -1 : Number(a > b));
