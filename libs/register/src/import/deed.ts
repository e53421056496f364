import { applyFields, type Content, type Json } from '@zvit/domain';
import { proposedContent } from '@zvit/store';
import { needsSecond } from '../conditions/propose-condition.js';
import { laidOver, saying } from './compare.js';
import { type Planned } from './match.js';

/** Why an import leaves a record as it is although the files say something else. */
export type Why =
  'retracted' | 'changed-here' | 'awaits-decision' | 'not-accepted' | 'awaits-earlier-step' | `blocked: ${string}`;

/** What an import does about one record. */
export type Deed =
  | { readonly does: 'add' | 'correct' | 'propose-add' | 'propose-correct' | 'nothing' }
  | { readonly does: 'leave'; readonly why: Why };

/** What the deed depends on beside the record itself. */
export interface Occasion {
  /** Nothing of the files' kinds stands yet: steps count as approved by whoever imports. */
  readonly first: boolean;
  /** The record's file is, byte for byte, the one that was imported last: what differs now was changed here since. */
  readonly fileUnchanged: boolean;
  /** An earlier step of the same mechanism still waits. */
  readonly earlierStepWaits: boolean;
}

/** Decides what to do about a record: adds what is new, corrects what differs, proposes what takes a second person. */
export function deedFor(one: Planned, { first, fileUnchanged, earlierStepWaits }: Occasion): Deed {
  const { standing, type, content } = one;
  const waits = type === 'transition' && earlierStepWaits;
  if (!standing) {
    if (first || !takesTwo(one, content)) return { does: 'add' };
    return waits ? { does: 'leave', why: 'awaits-earlier-step' } : { does: 'propose-add' };
  }
  if (standing.retracted) return { does: 'leave', why: 'retracted' };
  const before = standing.content;
  if (before && isSame(one, before)) return { does: 'nothing' };
  const proposed = sayingOfProposal(one);
  const wanted = saying(type, content);
  if (standing.proposal?.state === 'open')
    return proposed === wanted ? { does: 'nothing' } : { does: 'leave', why: 'awaits-decision' };
  const isStale = standing.proposal?.state === 'stale';
  if (before === undefined || (!isStale && standing.proposal?.state !== 'approved' && proposed === wanted))
    return { does: 'leave', why: 'not-accepted' };
  if (fileUnchanged && !isStale) return { does: 'leave', why: 'changed-here' };
  return { does: takesTwo(one, before, content) ? 'propose-correct' : 'correct' };
}

/** The content that a correction leaves. */
export const corrected = (one: Planned, before: Content): Content => ({
  ...laidOver(one.type, before, one.content),
  ...(one.type !== 'transition' && one.content.order !== undefined ? { order: one.content.order } : {}),
});

const isSame = (one: Planned, before: Content): boolean =>
  saying(one.type, before) === saying(one.type, one.content) &&
  (one.type === 'transition' || one.content.order === before.order);

const takesTwo = (one: Planned, ...contents: Content[]): boolean =>
  one.type === 'transition' || (one.type === 'condition' && needsSecond(...contents));

/** What the record would say if the last proposal about it were carried out. */
function sayingOfProposal({ type, standing }: Planned): string | undefined {
  if (!standing?.proposal) return undefined;
  const { fields } = standing.proposal;
  if (!standing.content) return saying(type, proposedContent(fields));
  return saying(type, applyFields(standing.content, new Map(JSON.parse(fields) as [string, Json][])));
}
