import { Injectable } from '@nestjs/common';
import { type Actor, type Content, refuseFaults, sightOf } from '@zvit/domain';
import { type Idempotency, type Receipt, reviseRecord, Store, Surrounded } from '@zvit/store';
import { wishedFaults } from '../records/as-wished.js';
import { recordedNow } from '../records/named-record.js';
import { revisedContent, type Revision } from '../records/revise-as-wished.js';
import { itemsInPlace } from './items-in-place.js';
import { type Kept } from './kept.js';

/** A record of any kept kind changed, or was wrong: the whole of it as it should read. */
@Injectable()
export class ReviseRecord {
  constructor(private readonly store: Store) {}

  run<Wish>(
    actor: Actor,
    kept: Kept<Wish>,
    named: string,
    wish: Wish,
    { verb, because, expected }: Revision,
    idempotency?: Idempotency,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const sight = sightOf(actor.roles);
        const around = new Surrounded(tx, sight);
        const { id, content: before } = await recordedNow(tx, actor, kept.type, named, expected);
        const after = revisedContent(before, {
          ...(await kept.content(tx, sight, wish)),
          ...picked(before, kept.fixed ?? []),
        });
        const faults = [
          ...(await around.check(kept.type, after)),
          ...((await kept.faults?.(tx, after, { id, content: before })) ?? []),
        ];
        refuseFaults(wishedFaults(faults, kept.renamed));
        const inPlace = await itemsInPlace(tx, kept.type, id, kept.lists ?? [], before, after);
        return reviseRecord(tx, around, kept.type, id, verb, () => inPlace, { reason: because });
      },
      idempotency,
    );
  }
}

const picked = (content: Content, names: readonly string[]): Content =>
  Object.fromEntries(names.flatMap((name) => (content[name] === undefined ? [] : [[name, content[name]]])));
