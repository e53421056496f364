import { orderedActs } from './ordered-acts.js';

/** What an act does to belonging, by the vocabulary of participation acts: `opens` it; `opens-if-alone`, where the record
 *  knows no act that opens; `closes` it; or does `none` of it. */
export type Effect = 'opens' | 'opens-if-alone' | 'closes' | 'none';

/** Effect of each act of the vocabulary, by the act's id. Read from the recorded vocabulary, never stated in code. */
export type Effects = ReadonlyMap<string, Effect>;

/** One act of a party in a role. `date` is EDTF, null where it is not known; `extent` stands beside an interval. */
export interface ParticipationAct {
  readonly act: string;
  readonly date: string | null;
  readonly extent?: string | null;
}

/** Belonging as its acts give it. null in `joined` is unknown; null in `left` is "no end known", not "still there". */
export interface Summary {
  readonly joined: string | null;
  readonly left: string | null;
}

/** Whether a source shows that it still stood at `attestedUntil` (`open`), or no source says (`unknown`). */
export const PARTICIPATION_ENDS = ['open', 'unknown'] as const;
export type ParticipationEnd = (typeof PARTICIPATION_ENDS)[number];

/** A participation of one party in one role. Dates are EDTF; `acts` are in order of date and may be absent or empty. */
export interface Participation extends Summary {
  /** Stands if and only if `left` is null. */
  readonly end?: ParticipationEnd | null;
  /** One date, no interval; stands if and only if `end` is `open`. */
  readonly attestedUntil?: string | null;
  readonly acts?: readonly ParticipationAct[] | null;
}

/**
 * The summary that follows from acts, taken in order of date (`orderedActs`). `joined`: date of the first act that opens;
 * without one, of the first that opens if alone; without that, null. `left`: date of the last act that closes, unless an act that opens follows
 * it, for then the party is back; without one, null. An act of no known effect counts as `none`.
 */
export function summaryOf(recorded: readonly ParticipationAct[], effects: Effects): Summary {
  const acts = orderedActs(recorded);
  const isOf = (effect: Effect) => (act: ParticipationAct) => effects.get(act.act) === effect;
  const opening = acts.find(isOf('opens')) ?? acts.find(isOf('opens-if-alone'));
  const closes = acts.findLastIndex(isOf('closes'));
  const isBack = acts.findLastIndex(isOf('opens')) > closes;
  return { joined: opening?.date ?? null, left: isBack ? null : (acts[closes]?.date ?? null) };
}
