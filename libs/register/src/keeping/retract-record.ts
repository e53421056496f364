import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@zvit/domain';
import { type Idempotency, type Receipt, retractRecord, Store } from '@zvit/store';
import { recordedNow } from '../records/named-record.js';
import { type Kept } from './kept.js';

/** Takes a record of any kept kind back, with a reason, once nothing stands on it; what was known before stays readable. */
@Injectable()
export class RetractRecord {
  constructor(private readonly store: Store) {}

  run(
    actor: Actor,
    kept: Pick<Kept<never>, 'type' | 'blocker'>,
    named: string,
    reason: string,
    expected: number,
    idempotency?: Idempotency,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const { id } = await recordedNow(tx, actor, kept.type, named, expected);
        const blocker = await kept.blocker?.(tx, id);
        if (blocker) throw new Refusal('blocked', (blocker.sentences as { en: string }).en, { blockers: [blocker] });
        return retractRecord(tx, kept.type, id, { reason });
      },
      idempotency,
    );
  }
}
