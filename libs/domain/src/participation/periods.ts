import { type DateSpan, parseEdtf } from '../dates/index.js';
import type { Extent } from '../dates/index.js';
import { orderedActs } from './ordered-acts.js';
import type { Effect, Effects, Participation, ParticipationAct } from './participation.js';

/** One stay, from `joined` (inclusive) to `left` (exclusive). null in a bound: not known when. */
export interface Period {
  readonly joined: DateSpan | null;
  readonly left: DateSpan | null;
  /** `ended` also where an act says that it ended but not when; `open` and `unknown` as in the record. */
  readonly end: 'ended' | 'open' | 'unknown';
  /** Only with `open`. */
  readonly attestedUntil: DateSpan | null;
}

/**
 * The stays of a party in a role, in order. With acts, taken in order of date (`orderedActs`): each act that closes ends a
 * stay, which began with the first act that opens since the stay before, or else the first that opens if alone. After the last closing act only an act that
 * opens begins another stay: who left and merely signed something later is not back. A record whose acts neither open nor
 * close (a notice of withdrawal alone) is one stay of unknown beginning. Without acts: one stay, from joined and left.
 * Throws a refusal `invalid-input` when a date can't be read; `checkParticipation` finds those before.
 */
export function periodsOf(participation: Participation, effects: Effects): Period[] {
  const { joined, left, acts } = participation;
  if (acts == null || acts.length === 0) {
    const ended = left === null ? running(participation) : ENDED;
    return [{ joined: span({ date: joined }), left: span({ date: left }), ...ended }];
  }
  const stays = staysOf(orderedActs(acts), effects);
  return stays.map(({ opening, closing }) => ({
    joined: span(opening),
    left: span(closing),
    ...(closing === undefined ? running(participation) : ENDED),
  }));
}

/** The acts between which a stay lasted; undefined where there is none. */
interface Stay {
  readonly opening: ParticipationAct | undefined;
  readonly closing: ParticipationAct | undefined;
}

function staysOf(acts: readonly ParticipationAct[], effects: Effects): Stay[] {
  const stays: Stay[] = [];
  let rest = acts;
  const isOf = (effect: Effect) => (act: ParticipationAct) => effects.get(act.act) === effect;
  for (let at = rest.findIndex(isOf('closes')); at >= 0; at = rest.findIndex(isOf('closes'))) {
    const until = rest.slice(0, at);
    const opening = until.find(isOf('opens')) ?? until.find(isOf('opens-if-alone'));
    stays.push({ opening, closing: rest[at] });
    rest = rest.slice(at + 1);
  }
  const opening = rest.find(isOf('opens'));
  if (opening !== undefined) stays.push({ opening, closing: undefined });
  else if (stays.length === 0) stays.push({ opening: rest.find(isOf('opens-if-alone')), closing: undefined });
  return stays;
}

const ENDED = { end: 'ended', attestedUntil: null } as const;

function running({ end, attestedUntil }: Participation): Pick<Period, 'end' | 'attestedUntil'> {
  return end === 'open'
    ? { end, attestedUntil: span({ date: attestedUntil ?? null }) }
    : { end: 'unknown', attestedUntil: null };
}

/** The span of an act's date; null without act or date. The extent is checked by the reader of dates. */
function span(act: Pick<ParticipationAct, 'date' | 'extent'> | undefined): DateSpan | null {
  return act?.date == null ? null : parseEdtf(act.date, act.extent as Extent | null | undefined);
}
