import { Injectable } from '@nestjs/common';
import { type Actor, type Content, type Fault, refuseFaults, sightOf } from '@zvit/domain';
import {
  type Appended,
  type Idempotency,
  type Receipt,
  renumbered,
  reviseRecord,
  Store,
  Surrounded,
  type Tx,
} from '@zvit/store';
import { wishedFaults } from '../records/as-wished.js';
import { recordedNow } from '../records/named-record.js';
import { revisedContent, type Revision } from '../records/revise-as-wished.js';
import { needsSecond, proposeRevision, refuseSecondProposal } from './propose-condition.js';
import { conditionContent, type ConditionWish } from './write-content.js';

/** A condition changed or was wrong: the whole of it as it should read. */
@Injectable()
export class ReviseCondition {
  constructor(private readonly store: Store) {}

  run(
    actor: Actor,
    condition: string,
    wish: Omit<ConditionWish, 'class'>,
    revision: Revision,
    idempotency?: Idempotency,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const record = await recordedNow(tx, actor, 'condition', condition, revision.expected);
        const after = revisedContent(record.content, await conditionContent(tx, sightOf(actor.roles), wish));
        return reviseCondition(tx, actor, record, after, revision);
      },
      idempotency,
    );
  }
}

/** The revision within a write: at once, or as a proposal where it takes two. `after` has the numbers of the request. */
export async function reviseCondition(
  tx: Tx,
  actor: Actor,
  record: { readonly id: string; readonly version: number; readonly content: Content },
  after: Content,
  { verb, because }: Omit<Revision, 'expected'>,
  asRequested = (faults: readonly Fault[]) => wishedFaults(faults, {}),
): Promise<Appended> {
  const { id, content: before } = record;
  const around = new Surrounded(tx, sightOf(actor.roles));
  refuseFaults(asRequested(await around.check('condition', after)));
  if (needsSecond(before, after))
    return proposeRevision(tx, verb, record, before, await renumbered(tx, id, before, after), because);
  await refuseSecondProposal(tx, id);
  return reviseRecord(tx, around, 'condition', id, verb, () => after, { reason: because });
}
