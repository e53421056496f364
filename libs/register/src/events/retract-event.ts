import { Injectable } from '@nestjs/common';
import { type Actor } from '@zvit/domain';
import { type Idempotency, type Receipt, retractRecord, Store } from '@zvit/store';
import { namedRecord } from '../records/named-record.js';

/** Takes an event back, with a reason; what was known before stays readable. */
@Injectable()
export class RetractEvent {
  constructor(private readonly store: Store) {}

  run(actor: Actor, event: string, reason: string, expected: number, idempotency?: Idempotency): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => retractRecord(tx, 'event', await namedRecord(tx, actor, 'event', event), { reason, expected }),
      idempotency,
    );
  }
}
