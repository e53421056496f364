import { Injectable } from '@nestjs/common';
import { type Actor, type Content, type Fault, type Json, refuseFaults, sightOf } from '@zvit/domain';
import { type Idempotency, type Receipt, reviseRecord, Store, Surrounded } from '@zvit/store';
import { wishedFaults } from '../records/as-wished.js';
import { recordedNow } from '../records/named-record.js';
import { gathered, given } from '../records/wished-citations.js';
import { lastOrdinal } from './act-ordinals.js';
import { actContent, type ActWish, RENAMED, summarised } from './participation-content.js';

/** One more act of a party, with what a source says of the end now. */
export interface RecordedActWish extends ActWish {
  readonly end?: 'open' | 'unknown';
  readonly attestedUntil?: string;
}

/** A party has done one thing more in its role: notified its withdrawal, left, come back. It stands at its date, however late it is
 *  recorded; since, until and end follow. */
@Injectable()
export class RecordAct {
  constructor(private readonly store: Store) {}

  run(
    actor: Actor,
    participation: string,
    wish: RecordedActWish,
    expected: number,
    idempotency?: Idempotency,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const sight = sightOf(actor.roles);
        const around = new Surrounded(tx, sight);
        const { id, content } = await recordedNow(tx, actor, 'participation', participation, expected);
        const ordinal = String((await lastOrdinal(tx, id)) + 1);
        const act = await actContent(tx, sight, wish);
        const acts = { ...(content.acts as Record<string, Json> | undefined), [ordinal]: act };
        const after = withActs(content, acts, await summarised(around, acts), wish);
        const faults = await around.check('participation', after);
        refuseFaults([...ofWish(faults, ordinal), ...ofLostSummary(content, after)]);
        return reviseRecord(tx, around, 'participation', id, 'change', () => after);
      },
      idempotency,
    );
  }
}

/** The participation with one act more. Its own citations are joined by those of the act: the summary rests on them too. */
function withActs(
  before: Content,
  acts: Record<string, Json>,
  { joined, left }: { joined: string | null; left: string | null },
  wish: RecordedActWish,
): Content {
  const { end, attestedUntil, ...rest } = before;
  const running =
    left !== null
      ? { end: wish.end, attestedUntil: wish.attestedUntil }
      : wish.end !== undefined || wish.attestedUntil !== undefined
        ? { end: wish.end ?? end, attestedUntil: wish.attestedUntil }
        : { end: end ?? 'unknown', attestedUntil };
  const last = Object.values(acts).at(-1) as Content;
  const citations = gathered(before.citations, last.citations);
  return given({ ...rest, ...running, joined, left, acts, citations });
}

/** The faults with the pointers of the request, which is one act: what concerns it loses its place among the others. */
function ofWish(faults: readonly Fault[], ordinal: string): Fault[] {
  const own = faults
    .filter(({ pointer }) => !/^\/citations(\/|$)/.test(pointer))
    .map((fault) => ({ ...fault, pointer: fault.pointer.replace(new RegExp(`^/acts/${ordinal}(?=/|$)`), '') }));
  return wishedFaults(own, RENAMED);
}

/** Where acts stand, the summary follows from them: a beginning or an end that no act states would be lost without a word. */
function ofLostSummary(before: Content, after: Content): Fault[] {
  if (before.acts !== undefined) return [];
  return (['joined', 'left'] as const)
    .filter((name) => before[name] !== null && after[name] === null)
    .map((name) => ({
      pointer: '/act',
      code: 'contradiction' as const,
      detail: `This participation states ${RENAMED[name]} without an act: change it with all of its acts instead.`,
    }));
}
