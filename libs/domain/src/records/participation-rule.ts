import { type Content } from '../entry.js';
import { type Fault } from '../errors.js';
import { checkParticipation, type Effects, orderedActs, type ParticipationAct } from '../participation/index.js';

/** An act with the ordinal by which content names it: ordinals follow the order of recording, never the date. */
type RecordedAct = ParticipationAct & { readonly ordinal: string };

/**
 * The rules of a participation's content (README of the reference data, "participants"), with pointers into that content. Acts
 * count in order of date, whenever they were recorded; one that ends what an act recorded before it had not yet begun is a fault.
 * Run on content whose shape is right.
 */
export function participationFaults(content: Content, around: { readonly effects: Effects }): Fault[] {
  const recorded = Object.entries((content.acts ?? {}) as unknown as Record<string, ParticipationAct>);
  const acts = orderedActs(recorded.map(([ordinal, act]): RecordedAct => ({ ...act, ordinal })));
  const faults = checkParticipation(
    {
      joined: content.joined as string | null,
      left: content.left as string | null,
      end: content.end as 'open' | 'unknown' | undefined,
      attestedUntil: content.attestedUntil as string | undefined,
      acts,
    },
    around.effects,
  );
  const early = endsBeforeBegin(acts, around.effects);
  // The check counts acts from 0 in order of date.
  const named = faults.map((fault) => ({
    ...fault,
    pointer: fault.pointer.replace(/^\/acts\/(\d+)/, (_, index: string) => `/acts/${acts[Number(index)]!.ordinal}`),
  }));
  return [...named, ...early];
}

/** A list in order of date can't tell a slip ("joined 2023, left 2022") from an earlier stay; the order of recording can. */
function endsBeforeBegin(acts: readonly RecordedAct[], effects: Effects): Fault[] {
  const opens = (act: RecordedAct) => ['opens', 'opens-if-alone'].includes(effects.get(act.act) ?? 'none');
  return acts.flatMap((act, at) => {
    if (effects.get(act.act) !== 'closes' || acts.slice(0, at).some(opens)) return [];
    const begun = acts.slice(at + 1).find((later) => opens(later) && Number(later.ordinal) < Number(act.ordinal));
    if (begun === undefined) return [];
    const detail = `This ends what began only in ${begun.date ?? 'an act without date'}.`;
    return [{ pointer: `/acts/${act.ordinal}/date`, code: 'end-before-begin', detail }];
  });
}
