import { Injectable } from '@nestjs/common';
import { type Actor } from '@zvit/domain';
import { type Idempotency, type Receipt, retractRecord, Store } from '@zvit/store';
import { recordedNow } from '../records/named-record.js';
import { needsSecond, proposeRetraction, refuseSecondProposal } from './propose-condition.js';

/** Takes a condition back, with a reason; one that a step rests on waits for a second person. */
@Injectable()
export class RetractCondition {
  constructor(private readonly store: Store) {}

  run(actor: Actor, condition: string, reason: string, expected: number, idempotency?: Idempotency): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const { id, content } = await recordedNow(tx, actor, 'condition', condition, expected);
        if (needsSecond(content)) return proposeRetraction(tx, id, reason);
        await refuseSecondProposal(tx, id);
        return retractRecord(tx, 'condition', id, { reason });
      },
      idempotency,
    );
  }
}
