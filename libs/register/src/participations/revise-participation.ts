import { Injectable } from '@nestjs/common';
import { type Actor, refuseFaults, sightOf } from '@zvit/domain';
import { type Idempotency, type Receipt, reviseRecord, Store, Surrounded } from '@zvit/store';
import { recordedNow } from '../records/named-record.js';
import { revisedContent, type Revision } from '../records/revise-as-wished.js';
import { actsByOrdinal, lastOrdinal } from './act-ordinals.js';
import { participationContent, type ParticipationWish } from './participation-content.js';
import { participationFaultsAsWished } from './participation-faults.js';

/** A participation changed or was wrong: the whole of it as it should read, its acts among it. */
@Injectable()
export class ReviseParticipation {
  constructor(private readonly store: Store) {}

  run(
    actor: Actor,
    participation: string,
    wish: Omit<ParticipationWish, 'class'>,
    { verb, because, expected }: Revision,
    idempotency?: Idempotency,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const sight = sightOf(actor.roles);
        const around = new Surrounded(tx, sight);
        const { id, content } = await recordedNow(tx, actor, 'participation', participation, expected);
        const after = revisedContent(content, await participationContent(tx, around, sight, wish));
        refuseFaults(participationFaultsAsWished(await around.check('participation', after), wish));
        const numbered = actsByOrdinal(content, after, await lastOrdinal(tx, id));
        const about = { reason: because };
        return reviseRecord(tx, around, 'participation', id, verb, () => numbered, about);
      },
      idempotency,
    );
  }
}
