import { Injectable } from '@nestjs/common';
import { type Actor, type Content, refuseFaults, sightOf } from '@zvit/domain';
import { addRecord, type Idempotency, type Receipt, standing, Store, Surrounded } from '@zvit/store';
import { wishedFaults } from '../records/as-wished.js';
import { namedRecord } from '../records/named-record.js';
import { type Kept } from './kept.js';
import { keyFaults } from './key-faults.js';

/** Adds a record of any kept kind: under a mechanism, or standing by itself where `mechanism` is null. */
@Injectable()
export class AddRecord {
  constructor(private readonly store: Store) {}

  run<Wish>(
    actor: Actor,
    kept: Kept<Wish>,
    mechanism: string | null,
    wish: Wish,
    idempotency?: Idempotency,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const sight = sightOf(actor.roles);
        const around = new Surrounded(tx, sight);
        const place: Record<string, string> = {};
        if (mechanism !== null) {
          place.mechanism = await namedRecord(tx, actor, 'mechanism', mechanism);
          await standing(tx, 'mechanism', place.mechanism);
        }
        const key = await kept.key?.(tx, wish);
        if (key !== undefined) place.key = key;
        const content: Content = { ...place, ...(await kept.content(tx, sight, wish)) };
        const faults = [
          ...(await keyFaults(tx, kept.type, key)),
          ...(await around.check(kept.type, content)),
          ...((await kept.faults?.(tx, content)) ?? []),
        ];
        refuseFaults(wishedFaults(faults, kept.renamed));
        return addRecord(tx, around, kept.type, content);
      },
      idempotency,
    );
  }
}
