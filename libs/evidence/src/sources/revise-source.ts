import { Injectable } from '@nestjs/common';
import { type Actor, refuseFaults, Refusal, sightOf } from '@zvit/domain';
import { contentOf, find, type Idempotency, type Receipt, reviseRecord, Store, Surrounded } from '@zvit/store';
import { addressFaults, keptOf, sameAddress, sourceContent, type SourceWish } from './source-content.js';

/** Whether the world moved or the record was wrong, why, and which version was read. */
export interface SourceRevision {
  readonly verb: 'change' | 'correct';
  readonly because: string;
  readonly expected: number;
}

/** A source changed (a new address) or was wrong: the whole of it as it should read. */
@Injectable()
export class ReviseSource {
  constructor(private readonly store: Store) {}

  run(
    actor: Actor,
    source: string,
    wish: Omit<SourceWish, 'class'>,
    { verb, because, expected }: SourceRevision,
    idempotency?: Idempotency,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const sight = sightOf(actor.roles);
        const id = await find(tx, sight, 'source', source);
        if (id === undefined) throw new Refusal('not-found', 'There is no such source.');
        const around = new Surrounded(tx, sight);
        const after = { ...keptOf(await contentOf(tx, 'source', id)), ...(await sourceContent(tx, sight, wish)) };
        const faults = [
          ...(await around.check('source', after)),
          ...addressFaults(after),
          ...(await sameAddress(tx, sight, after, id)),
        ];
        refuseFaults(after.partOf === id ? [...faults, OWN_PART] : faults);
        return reviseRecord(tx, around, 'source', id, verb, () => after, { reason: because, expected });
      },
      idempotency,
    );
  }
}

const OWN_PART = {
  pointer: '/partOf',
  code: 'contradiction',
  detail: 'No document is a part of itself.',
} as const;
