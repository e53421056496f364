import { Injectable } from '@nestjs/common';
import { type Actor, refuseFaults, sightOf } from '@zvit/domain';
import { addRecord, type Idempotency, type Receipt, Store, Surrounded } from '@zvit/store';
import { wishedFaults } from '../records/as-wished.js';
import { namedRecord } from '../records/named-record.js';
import { needsSecond, proposeCondition } from './propose-condition.js';
import { conditionContent, type ConditionWish } from './write-content.js';

/** A condition was set. The mechanism's own, and one that is said to be settled already, wait for a second person. */
@Injectable()
export class AddCondition {
  constructor(private readonly store: Store) {}

  run(actor: Actor, mechanism: string, wish: ConditionWish, idempotency?: Idempotency): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const sight = sightOf(actor.roles);
        const id = await namedRecord(tx, actor, 'mechanism', mechanism);
        const content = { mechanism: id, ...(await conditionContent(tx, sight, wish)) };
        const around = new Surrounded(tx, sight);
        refuseFaults(wishedFaults(await around.check('condition', content), {}));
        return needsSecond(content) ? proposeCondition(tx, content) : addRecord(tx, around, 'condition', content);
      },
      idempotency,
    );
  }
}
