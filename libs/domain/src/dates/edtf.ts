import { type Fault, type FaultCode, refuseFaults } from '../errors.js';
import { readSingleDate, type SingleDate } from './single-date.js';
import { type Bound, type DateSpan, type Extent, EXTENTS } from './span.js';

/** The two sides of an interval taken apart; `single` is null unless the bound is known. */
export interface Side {
  readonly bound: Bound;
  readonly single: SingleDate | null;
}

/** A date read, or the faults that kept it from being one; never both. */
export type ReadDate =
  { readonly span: DateSpan; readonly faults?: undefined } | { readonly span?: undefined; readonly faults: Fault[] };

/**
 * Reads an EDTF text of level 0 or 1: a day, month, season or year from 0001 to 9999, each with `?`, `~` or `%` behind
 * it, unspecified last digits (202X, 2022-XX, 2022-02-XX), intervals A/B, `A/` and `/B` (bound unknown), `A/..` and `../B`
 * (bound open). No time of day, no blanks, no interval without any known bound, no season as a bound.
 * An interval of two known bounds needs an extent, one with a single known bound may have one, a single date has none.
 * Never throws. Fault codes: not-a-date, end-before-begin, extent-missing, contradiction (extent without interval),
 * not-in-vocabulary (extent). `pointer` (RFC 6901) is copied into the fault.
 */
export function readDate(text: string, extent?: string | null, pointer = ''): ReadDate {
  const fault = (code: FaultCode, detail: string): ReadDate => ({ faults: [{ pointer, code, detail }] });
  const given = EXTENTS.find((known) => known === extent);
  if (extent != null && given === undefined) return fault('not-in-vocabulary', 'an extent is "within" or "throughout"');
  const sides = text.length > 24 ? null : sidesOf(text);
  if (sides === null) return fault('not-a-date', 'not a date of EDTF level 0 or 1 in the years 0001 to 9999');
  const [begin, end] = sides;
  if (begin === end) {
    if (given !== undefined) return fault('contradiction', 'an extent stands only beside an interval');
    return { span: { ...boundsOf(text, begin, end), precision: begin.single!.precision } };
  }
  const bounds = boundsOf(text, begin, end);
  if (bounds.earliest !== null && bounds.latest !== null) {
    if (bounds.latest < bounds.earliest) return fault('end-before-begin', 'the interval ends before it begins');
    if (given === undefined) return fault('extent-missing', 'an interval needs an extent: within or throughout');
  }
  return { span: { ...bounds, precision: 'interval', ...(given && { extent: given }) } };
}

/** As `readDate`, but throws a refusal `invalid-input` that carries the fault. */
export function parseEdtf(text: string, extent?: Extent | null): DateSpan {
  const { span, faults } = readDate(text, extent);
  refuseFaults(faults ?? []);
  return span!;
}

/** Takes a text apart into begin and end, which are the same object for a single date; null when it is no date. The
 *  order of the two bounds is not judged here. */
export function sidesOf(text: string): readonly [Side, Side] | null {
  const [first, second, ...more] = text.split('/') as [string, ...string[]];
  if (second === undefined) {
    const single = readSingleDate(first);
    if (single === null) return null;
    const side: Side = { bound: 'known', single };
    return [side, side];
  }
  const begin = sideOf(first);
  const end = sideOf(second);
  if (more.length > 0 || begin === null || end === null) return null;
  return begin.single === null && end.single === null ? null : [begin, end];
}

function sideOf(text: string): Side | null {
  if (text === '') return { bound: 'unknown', single: null };
  if (text === '..') return { bound: 'open', single: null };
  const single = readSingleDate(text);
  return single === null || single.precision === 'season' ? null : { bound: 'known', single };
}

function boundsOf(edtf: string, begin: Side, end: Side): Omit<DateSpan, 'precision' | 'extent'> {
  return {
    edtf,
    earliest: begin.single?.earliest ?? null,
    latest: end.single?.latest ?? null,
    uncertain: [begin, end].some((side) => side.single?.uncertain),
    approximate: [begin, end].some((side) => side.single?.approximate),
    bounds: { begin: begin.bound, end: end.bound },
  };
}
