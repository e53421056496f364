import { Injectable } from '@nestjs/common';
import { type Actor, refuseFaults, sightOf } from '@zvit/domain';
import { addRecord, type Idempotency, type Receipt, Store, Surrounded } from '@zvit/store';
import { namedRecord } from '../records/named-record.js';
import { participationContent, type ParticipationWish } from './participation-content.js';
import { participationFaultsAsWished } from './participation-faults.js';

/** A party takes part in a mechanism, in one role: a ledger of its acts, or a stay that a source attests. */
@Injectable()
export class AddParticipation {
  constructor(private readonly store: Store) {}

  run(actor: Actor, mechanism: string, wish: ParticipationWish, idempotency?: Idempotency): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const sight = sightOf(actor.roles);
        const around = new Surrounded(tx, sight);
        const id = await namedRecord(tx, actor, 'mechanism', mechanism);
        const content = { mechanism: id, ...(await participationContent(tx, around, sight, wish)) };
        refuseFaults(participationFaultsAsWished(await around.check('participation', content), wish));
        return addRecord(tx, around, 'participation', content);
      },
      idempotency,
    );
  }
}
