import { Injectable } from '@nestjs/common';
import { type Actor, refuseFaults, sightOf } from '@zvit/domain';
import { addRecord, type Idempotency, type Receipt, Store, Surrounded } from '@zvit/store';
import { addressFaults, sameAddress, sourceContent, type SourceWish } from './source-content.js';

/** A document that statements may rest on from now on. */
@Injectable()
export class AddSource {
  constructor(private readonly store: Store) {}

  run(actor: Actor, wish: SourceWish, idempotency?: Idempotency): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const sight = sightOf(actor.roles);
        const around = new Surrounded(tx, sight);
        const content = await sourceContent(tx, sight, wish);
        refuseFaults([
          ...(await around.check('source', content)),
          ...addressFaults(content),
          ...(await sameAddress(tx, sight, content)),
        ]);
        return addRecord(tx, around, 'source', content);
      },
      idempotency,
    );
  }
}
