import { Injectable } from '@nestjs/common';
import { type Actor } from '@zvit/domain';
import { type Idempotency, type Receipt, retractRecord, Store } from '@zvit/store';
import { namedRecord } from '../records/named-record.js';

/** Takes a participation back with all of its acts, with a reason; what was known before stays readable. */
@Injectable()
export class RetractParticipation {
  constructor(private readonly store: Store) {}

  run(actor: Actor, named: string, reason: string, expected: number, idempotency?: Idempotency): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const id = await namedRecord(tx, actor, 'participation', named);
        return retractRecord(tx, 'participation', id, { reason, expected });
      },
      idempotency,
    );
  }
}
