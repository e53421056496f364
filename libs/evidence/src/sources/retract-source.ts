import { Injectable } from '@nestjs/common';
import { type Actor, Refusal, sightOf } from '@zvit/domain';
import { find, type Idempotency, type Receipt, retractRecord, standing, Store } from '@zvit/store';
import { stillCited } from './still-cited.js';

/** Takes a source back, with a reason, once nothing rests on it any more. */
@Injectable()
export class RetractSource {
  constructor(private readonly store: Store) {}

  run(actor: Actor, source: string, reason: string, expected: number, idempotency?: Idempotency): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const id = await find(tx, sightOf(actor.roles), 'source', source);
        if (id === undefined) throw new Refusal('not-found', 'There is no such source.');
        await standing(tx, 'source', id, expected);
        const blocker = await stillCited(tx, id);
        if (blocker) throw new Refusal('blocked', blocker.sentences.en, { blockers: [{ ...blocker }] });
        return retractRecord(tx, 'source', id, { reason, expected });
      },
      idempotency,
    );
  }
}
