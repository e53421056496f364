import { Injectable } from '@nestjs/common';
import { ABOUT, type Actor, type Classification, type Json, Refusal, type Rank, rankOf } from '@zvit/domain';
import { citedByLower } from '@zvit/evidence';
import { type Idempotency, type Receipt, Store, type Tx } from '@zvit/store';
import { recordedNow } from './named-record.js';
import { refuseFor } from './reasons.js';

/** What has a class of its own that a person may raise. A transition has its mechanism's. */
export type Classed = 'mechanism' | 'event' | 'participation' | 'condition' | 'source';

/**
 * Raises the class of a record, and with a mechanism's that of all that hangs on it. In the past the higher of then and now
 * decides, so fewer people see it from now on, at every moment.
 */
@Injectable()
export class RaiseClass {
  constructor(private readonly store: Store) {}

  run(
    actor: Actor,
    type: Classed,
    named: string,
    wish: { readonly class: Classification; readonly reason: string },
    expected: number,
    idempotency?: Idempotency,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const { id, own_rank: own } = await recordedNow(tx, actor, type, named, expected);
        const rank = rankOf(wish.class);
        if (rank < own) refuseFor('lowering-needs-proposal');
        if (rank === own) throw new Refusal('invalid-input', 'Nothing would be different.');
        if (type === 'source') await refuseWhereCitedLower(tx, id, rank);
        const fields = new Map<string, Json>([
          ['/class', wish.class],
          [ABOUT.reason, wish.reason],
        ]);
        return tx.append({ act: `${type}.classify`, record: { type, id }, fields });
      },
      idempotency,
    );
  }
}

/** A statement whose source its own readers may not see would rest on nothing for them. */
async function refuseWhereCitedLower(tx: Tx, id: string, rank: Rank): Promise<void> {
  const blocker = await citedByLower(tx, id, rank);
  if (blocker) throw new Refusal('blocked', blocker.sentences.en, { blockers: [{ ...blocker }] });
}
