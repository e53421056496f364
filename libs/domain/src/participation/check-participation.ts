import { certainlyBefore, type Day, readDate } from '../dates/index.js';
import type { Fault, FaultCode } from '../errors.js';
import { type Effects, type Participation, type ParticipationAct, summaryOf } from './participation.js';
import { periodsOf } from './periods.js';

/**
 * All faults of a participation, none when it is sound; never throws. Pointers (RFC 6901) are those of `Participation`
 * behind `pointer`, acts by index. Codes: those of `readDate`; not-in-vocabulary (an act without effect); contradiction
 * (joined or left differ from the acts, acts out of order of date, two closings without an opening between them, end
 * beside left, attestedUntil without `open`, before joined or an interval); missing (end, attestedUntil);
 * end-before-begin (left before joined).
 */
export function checkParticipation(participation: Participation, effects: Effects, pointer = ''): Fault[] {
  const acts = participation.acts ?? [];
  const unreadable = [...faultsOfDates(participation, pointer), ...faultsOfActs(acts, effects, pointer)];
  const faults = [...unreadable, ...faultsOfEnd(participation, pointer)];
  if (unreadable.length > 0) return faults;
  return [...faults, ...faultsOfSequence(acts, effects, pointer), ...faultsOfPeriods(participation, effects, pointer)];
}

function faultsOfDates({ joined, left, attestedUntil, acts }: Participation, pointer: string): Fault[] {
  // Beside acts the summary only repeats their dates, whose extents stand there.
  const own = acts?.length ? {} : { joined, left };
  const faults = Object.entries({ ...own, attestedUntil }).flatMap(([name, date]) =>
    date == null ? [] : (readDate(date, null, `${pointer}/${name}`).faults ?? []),
  );
  return attestedUntil?.includes('/')
    ? [...faults, fault(`${pointer}/attestedUntil`, 'contradiction', 'a source attests one date, not an interval')]
    : faults;
}

function faultsOfActs(acts: readonly ParticipationAct[], effects: Effects, pointer: string): Fault[] {
  return acts.flatMap(({ act, date, extent }, index) => {
    const at = `${pointer}/acts/${index}`;
    const faults = date === null ? [] : (readDate(date, extent, `${at}/date`).faults ?? []);
    const isKnown = effects.has(act);
    return isKnown ? faults : [fault(`${at}/act`, 'not-in-vocabulary', 'no such act of participation'), ...faults];
  });
}

function faultsOfEnd({ left, end, attestedUntil }: Participation, pointer: string): Fault[] {
  const faults: Fault[] = [];
  if (left === null && end == null) faults.push(fault(`${pointer}/end`, 'missing', 'without left, end says how it is'));
  if (left !== null && end != null)
    faults.push(fault(`${pointer}/end`, 'contradiction', 'left is known: no end beside'));
  const at = `${pointer}/attestedUntil`;
  if (end === 'open' && attestedUntil == null) faults.push(fault(at, 'missing', 'an open end is attested by a date'));
  if (end !== 'open' && attestedUntil != null)
    faults.push(fault(at, 'contradiction', 'stands only beside an open end'));
  return faults;
}

function faultsOfSequence(acts: readonly ParticipationAct[], effects: Effects, pointer: string): Fault[] {
  const faults: Fault[] = [];
  let reached: Day | null = null;
  let hasClosed = false;
  for (const [index, { act, date, extent }] of acts.entries()) {
    const span = date === null ? null : readDate(date, extent).span!;
    if (reached !== null && span?.latest != null && span.latest < reached) {
      faults.push(
        fault(`${pointer}/acts/${index}/date`, 'contradiction', 'lies before an act that stands ahead of it'),
      );
    }
    if (span?.earliest != null && (reached === null || reached < span.earliest)) reached = span.earliest;
    const effect = effects.get(act);
    if (effect === 'closes' && hasClosed) {
      faults.push(
        fault(`${pointer}/acts/${index}/act`, 'contradiction', 'closes what had been closed and not reopened'),
      );
    }
    if (effect !== 'none') hasClosed = effect === 'closes';
  }
  return faults;
}

function faultsOfPeriods(participation: Participation, effects: Effects, pointer: string): Fault[] {
  const faults: Fault[] = [];
  const { acts, end } = participation;
  if (acts?.length) {
    const summary = summaryOf(acts, effects);
    for (const name of ['joined', 'left'] as const) {
      if (participation[name] === summary[name]) continue;
      faults.push(fault(`${pointer}/${name}`, 'contradiction', `the acts give ${summary[name] ?? 'no date'}`));
    }
  }
  const periods = periodsOf(participation, effects);
  for (const { joined, left, attestedUntil } of periods) {
    if (joined !== null && left !== null && certainlyBefore(left, joined)) {
      faults.push(fault(`${pointer}/left`, 'end-before-begin', `left in ${left.edtf} but joined in ${joined.edtf}`));
    }
    if (joined !== null && attestedUntil !== null && certainlyBefore(attestedUntil, joined)) {
      faults.push(fault(`${pointer}/attestedUntil`, 'contradiction', `lies before joined, ${joined.edtf}`));
    }
  }
  if (end === 'open' && participation.left === null && periods.at(-1)!.end === 'ended') {
    faults.push(fault(`${pointer}/end`, 'contradiction', 'the acts say that it ended'));
  }
  return faults;
}

const fault = (pointer: string, code: FaultCode, detail: string): Fault => ({ pointer, code, detail });
