import { Injectable } from '@nestjs/common';
import {
  ABOUT,
  type Actor,
  decideApproval,
  decideRejection,
  decideWithdrawal,
  type LifecycleReason,
  may,
  type ProposalState,
  type RecordType,
  Refusal,
  sightOf,
  type Verb,
} from '@zvit/domain';
import { FOREVER, find, type Idempotency, type Receipt, type Row, Store, type Tx } from '@zvit/store';
import { refuseBlocked } from '../transitions/blockers.js';
import { standsAgainst } from './recheck.js';

/** A kind of record whose changes wait for a second pair of eyes. */
export type Proposed = Extract<RecordType, 'transition' | 'condition'>;

/**
 * A colleague agrees: what was proposed becomes part of the record with this entry. The approval names the hash of exactly
 * what was read; the proposer never approves (domain/lifecycle/four-eyes.ts); everything is judged anew.
 */
@Injectable()
export class ApproveProposal {
  constructor(private readonly store: Store) {}

  run(actor: Actor, type: Proposed, named: string, contentHash: string, idempotency?: Idempotency): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const proposal = await latestProposal(tx, actor, type, named);
        const against = decideApproval({
          proposer: proposal.proposer as string,
          approver: actor.person,
          state: proposal.state as ProposalState,
          contentHash: { given: contentHash, expected: proposal.content_hash as string },
          blockers: [],
        });
        refuseBlocked(against);
        refuseBlocked(await standsAgainst(tx, proposal, sightOf(actor.roles)));
        return tx.append({
          act: `${type}.approve`,
          record: { type, id: proposal.id as string },
          fields: new Map([[ABOUT.contentHash, contentHash]]),
        });
      },
      idempotency,
    );
  }
}

/** A colleague disagrees, with a reason; or the proposer takes it back. Either ends the proposal and changes nothing else. */
@Injectable()
export class EndProposal {
  constructor(private readonly store: Store) {}

  reject(actor: Actor, type: Proposed, named: string, reason: string, idempotency?: Idempotency): Promise<Receipt> {
    return this.end(actor, type, named, 'reject', reason, idempotency, (proposal) =>
      decideRejection({
        proposer: proposal.proposer as string,
        person: actor.person,
        state: proposal.state as ProposalState,
        hasRole: may(actor.roles, `${type}.approve`),
      }),
    );
  }

  withdraw(actor: Actor, type: Proposed, named: string, reason: string, idempotency?: Idempotency): Promise<Receipt> {
    return this.end(actor, type, named, 'withdraw', reason, idempotency, (proposal) =>
      decideWithdrawal({
        proposer: proposal.proposer as string,
        person: actor.person,
        state: proposal.state as ProposalState,
      }),
    );
  }

  private end(
    actor: Actor,
    type: Proposed,
    named: string,
    verb: Verb,
    reason: string,
    idempotency: Idempotency | undefined,
    against: (proposal: Row) => readonly LifecycleReason[],
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const proposal = await latestProposal(tx, actor, type, named);
        refuseBlocked(against(proposal));
        return tx.append({
          act: `${type}.${verb}`,
          record: { type, id: proposal.id as string },
          fields: new Map([[ABOUT.reason, reason]]),
        });
      },
      idempotency,
    );
  }
}

/** The newest proposal about a record, whatever became of it. */
async function latestProposal(tx: Tx, actor: Actor, type: Proposed, named: string): Promise<Row> {
  const id = await find(tx, sightOf(actor.roles), type, named);
  const proposal =
    id &&
    (await tx.get('SELECT * FROM proposal WHERE id = ? AND until_seq = ? ORDER BY number DESC LIMIT 1', [id, FOREVER]));
  if (!proposal) throw new Refusal('not-found', `There is no proposal about such a ${type}.`);
  return proposal;
}
