import type { Day } from '../dates/index.js';
import type { Effects, Participation } from './participation.js';
import { type Period, periodsOf } from './periods.js';

/** How surely a party belonged on a day, weakest first. See `standingOn`. */
export const STANDINGS = ['no', 'possible', 'presumed', 'attested'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * Whether the party belonged on that day. `no`: certainly not yet, or certainly no longer. `attested`: it had certainly
 * begun, and the end is known to be later, or a source shows that it stood then. `presumed`: it had certainly begun and
 * nobody says that it ended; an unknown end is not an open one. `possible`: the day lies inside the imprecision of a
 * bound, the beginning is unknown, or it ended on an unknown day. Of several stays the surest counts.
 * Throws a refusal `invalid-input` when a date of the participation can't be read.
 */
export function standingOn(day: Day, participation: Participation, effects: Effects): Standing {
  const standings = periodsOf(participation, effects).map((period) => standingIn(day, period));
  return STANDINGS.findLast((standing) => standings.includes(standing))!;
}

/** As `standingOn`, for one stay. */
export function standingIn(day: Day, period: Period): Standing {
  const { joined, end } = period;
  if (joined?.earliest != null && day < joined.earliest) return 'no';
  if (end === 'ended') return standingInEnded(day, period);
  // Who still belonged at a day had begun by that day, even if nobody says when.
  const attestedUntil = period.attestedUntil?.latest ?? null;
  const begunBy = [joined?.latest, attestedUntil].filter((known) => known != null).sort()[0];
  if (begunBy === undefined || day < begunBy) return 'possible';
  return attestedUntil !== null && day <= attestedUntil ? 'attested' : 'presumed';
}

function standingInEnded(day: Day, { joined, left }: Period): Standing {
  const begins = joined?.latest ?? null;
  // The day of leaving is no day of belonging, save for a stay that begins on it: a conference of one day has its hosts.
  const mayBeginToday = begins !== null && day <= begins;
  if (left?.latest != null && (mayBeginToday ? day > left.latest : day >= left.latest)) return 'no';
  const isBeginning = begins === day && joined?.earliest === day;
  const hasBegun = begins !== null && begins <= day;
  return isBeginning || (hasBegun && left?.earliest != null && day < left.earliest) ? 'attested' : 'possible';
}
