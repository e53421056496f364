import { Injectable } from '@nestjs/common';
import {
  type Actor,
  decideApproval,
  decideRejection,
  decideWithdrawal,
  type ErrorCode,
  type Json,
  type ProposalState,
  Refusal,
} from '@zvit/domain';
import { FOREVER, type Idempotency, proposedContent, type Receipt, Store, type Tx } from '@zvit/store';
import { endSessions } from '../sessions/sessions.js';
import { type AccountState } from './account-state.js';
import { keepAnAdministrator } from './administrators.js';
import { standingAccount } from './change-roles.js';

interface Proposal {
  readonly proposer: string;
  readonly state: ProposalState;
  readonly content_hash: string;
  readonly fields: string;
}

/** Ends the wait of a proposed change. Persons are compared: no other account or token of the proposer approves. */
@Injectable()
export class DecideChange {
  constructor(private readonly store: Store) {}

  approve(actor: Actor, id: string, given: string, idempotency?: Idempotency): Promise<Receipt> {
    return this.decide(actor, id, 'approve', { contentHash: given }, idempotency, async (tx, proposal) => {
      const contentHash = { given, expected: proposal.content_hash };
      const { proposer, state } = proposal;
      refuse(decideApproval({ proposer, approver: actor.person, state, contentHash, blockers: [] }));
      const account = await standingAccount(tx, id);
      const after: AccountState = { ...account, ...(proposedContent(proposal.fields) as Partial<AccountState>) };
      await keepAnAdministrator(tx, after);
      if (account.state === 'active' && after.state === 'disabled') await endSessions(tx, actor.person, id);
    });
  }

  reject(actor: Actor, id: string, reason: string, idempotency?: Idempotency): Promise<Receipt> {
    return this.decide(actor, id, 'reject', { reason }, idempotency, async (_tx, { proposer, state }) => {
      refuse(decideRejection({ proposer, person: actor.person, state, hasRole: true }));
    });
  }

  withdraw(actor: Actor, id: string, reason: string, idempotency?: Idempotency): Promise<Receipt> {
    return this.decide(actor, id, 'withdraw', { reason }, idempotency, async (_tx, { proposer, state }) => {
      refuse(decideWithdrawal({ proposer, person: actor.person, state }));
    });
  }

  private decide(
    actor: Actor,
    id: string,
    verb: 'approve' | 'reject' | 'withdraw',
    about: Readonly<Record<string, Json>>,
    idempotency: Idempotency | undefined,
    check: (tx: Tx, proposal: Proposal) => Promise<void>,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        await check(tx, await lastProposal(tx, id));
        const fields = new Map(Object.entries(about));
        return tx.append({ act: `account.${verb}`, record: { type: 'account', id }, fields });
      },
      idempotency,
    );
  }
}

/** The proposal about an account that was made last, wherever it stands. */
async function lastProposal(tx: Tx, id: string): Promise<Proposal> {
  const proposal = await tx.get<Proposal & Record<string, string>>(
    `SELECT proposer, state, content_hash, fields FROM proposal
     WHERE id = ? AND record_type = 'account' AND until_seq = ? ORDER BY number DESC LIMIT 1`,
    [id, FOREVER],
  );
  if (!proposal) throw new Refusal('not-found', 'Nothing is proposed about this account.');
  return proposal;
}

const CODES: Readonly<Record<string, ErrorCode>> = {
  'own-proposal': 'own-proposal',
  'content-changed': 'content-changed',
  'proposal-stale': 'stale',
  'proposal-closed': 'stale',
};

const SENTENCES: Readonly<Record<string, string>> = {
  'own-proposal': 'You proposed this yourself: another administrator decides.',
  'content-changed': 'What is proposed is not what was read.',
  'proposal-stale': 'What this rests on has moved.',
  'proposal-closed': 'This proposal is decided.',
  'not-the-proposer': 'Only who proposed this withdraws it.',
};

function refuse(reasons: readonly { readonly code: string }[]): void {
  const first = reasons[0];
  if (!first) return;
  throw new Refusal(CODES[first.code] ?? 'blocked', SENTENCES[first.code] ?? 'This stands against it.', {
    blockers: reasons,
  });
}
