import { Injectable } from '@nestjs/common';
import { type Actor, sightOf } from '@zvit/domain';
import { addRecord, type Idempotency, type Receipt, Store, Surrounded } from '@zvit/store';
import { asWished } from '../records/as-wished.js';
import { namedRecord } from '../records/named-record.js';
import { eventContent, type EventWish, RENAMED } from './event-content.js';

/** Something has happened under a mechanism. */
@Injectable()
export class AddEvent {
  constructor(private readonly store: Store) {}

  run(actor: Actor, mechanism: string, wish: EventWish, idempotency?: Idempotency): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const sight = sightOf(actor.roles);
        const id = await namedRecord(tx, actor, 'mechanism', mechanism);
        const content = { mechanism: id, ...(await eventContent(tx, sight, wish)) };
        return asWished(RENAMED, () => addRecord(tx, new Surrounded(tx, sight), 'event', content));
      },
      idempotency,
    );
  }
}
