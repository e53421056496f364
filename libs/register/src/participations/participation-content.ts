import {
  type Classification,
  type Content,
  type Json,
  type ParticipationAct,
  type Sight,
  summaryOf,
} from '@zvit/domain';
import { resolve, type Surrounded, type Tx } from '@zvit/store';
import { type CitationWish, citationsFrom, gathered, given } from '../records/wished-citations.js';

/** One act of a party in a role, as a person records it. */
export interface ActWish {
  readonly act: string;
  /** EDTF; null where nobody says when. */
  readonly happened: string | null;
  readonly extent?: 'within' | 'throughout';
  readonly citations?: readonly CitationWish[];
}

/** A participation as a person records it. With acts, `since` and `until` follow from them. */
export interface ParticipationWish {
  readonly party: string;
  readonly role: string;
  readonly since?: string | null;
  readonly until?: string | null;
  readonly end?: 'open' | 'unknown';
  readonly attestedUntil?: string;
  readonly acts?: readonly ActWish[];
  readonly lang?: 'en' | 'nl' | 'uk';
  readonly class?: Classification;
  readonly verified?: boolean;
  readonly notes?: string;
  readonly citations?: readonly CitationWish[];
}

export const RENAMED = { date: 'happened', joined: 'since', left: 'until' };

export async function actContent(tx: Tx, sight: Sight, wish: ActWish): Promise<Content> {
  return given({
    act: wish.act,
    date: wish.happened,
    extent: wish.extent,
    citations: await citationsFrom(tx, sight, wish.citations),
  });
}

/** The content of a participation as wished, without its mechanism; acts by ordinal in the order of the request. */
export async function participationContent(
  tx: Tx,
  around: Surrounded,
  sight: Sight,
  wish: ParticipationWish,
): Promise<Content> {
  const acts: Record<string, Json> = {};
  for (const [index, act] of (wish.acts ?? []).entries()) acts[String(index + 1)] = await actContent(tx, sight, act);
  const summary = await summarised(around, acts);
  const left = wish.until === undefined ? summary.left : wish.until;
  const cited = (wish.citations ?? []).length > 0;
  return given({
    party: await resolve(tx, sight, 'party', wish.party),
    role: wish.role,
    joined: wish.since === undefined ? summary.joined : wish.since,
    left,
    // An end that nobody speaks of is unknown; it is never open for that reason alone.
    end: wish.end ?? (left === null && wish.attestedUntil === undefined ? 'unknown' : undefined),
    attestedUntil: wish.attestedUntil,
    acts: Object.keys(acts).length > 0 ? acts : undefined,
    lang: wish.lang,
    class: wish.class,
    verified: wish.verified ?? false,
    notes: wish.notes,
    citations: cited ? await citationsFrom(tx, sight, wish.citations) : citationsOfActs(acts),
  });
}

/** Since and until as the acts give them, by date; both null without acts. */
export async function summarised(around: Surrounded, acts: Record<string, Json>) {
  await around.loadVocabularies();
  return summaryOf(Object.values(acts) as unknown as ParticipationAct[], around.effects());
}

/** What a participation rests on where nothing else is said: all that its acts rest on. */
export const citationsOfActs = (acts: Record<string, Json>) =>
  gathered(...Object.values(acts).map((act) => (act as Content).citations));
