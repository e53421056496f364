import { Injectable } from '@nestjs/common';
import { type Actor, sightOf } from '@zvit/domain';
import { type Idempotency, type Receipt, Store } from '@zvit/store';
import { namedRecord } from '../records/named-record.js';
import { reviseAsWished, type Revision } from '../records/revise-as-wished.js';
import { eventContent, type EventWish, RENAMED } from './event-content.js';

/** "It changed" and "it was wrong" are two acts; which of them is said by whoever writes, never guessed. */
@Injectable()
export class ReviseEvent {
  constructor(private readonly store: Store) {}

  run(
    actor: Actor,
    event: string,
    wish: Omit<EventWish, 'class'>,
    revision: Revision,
    idempotency?: Idempotency,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const id = await namedRecord(tx, actor, 'event', event);
        const next = await eventContent(tx, sightOf(actor.roles), wish);
        return reviseAsWished(tx, actor, 'event', id, next, RENAMED, revision);
      },
      idempotency,
    );
  }
}
