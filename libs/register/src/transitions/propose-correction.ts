import { Injectable } from '@nestjs/common';
import {
  type Actor,
  changedFields,
  type Content,
  decideCorrection,
  decideRetraction,
  refuseFaults,
  Refusal,
  sightOf,
} from '@zvit/domain';
import {
  type Appended,
  contentOf,
  type Idempotency,
  openProposal,
  type Receipt,
  Store,
  renumbered,
  Surrounded,
  type Tx,
} from '@zvit/store';
import { namesOf } from '../library/status-names.js';
import { refuseBlocked } from './blockers.js';
import { holdingNow, mechanismState, type MechanismState } from './lifecycle-state.js';
import { wishedFaults } from '../records/as-wished.js';
import { recordedNow } from '../records/named-record.js';
import { refuseFor } from '../records/reasons.js';
import { proposalFields, RENAMED, restsOn } from './propose-transition.js';
import { fulfilmentOf, spanOf, stepContent, type StepWish } from './wish.js';

/** "It was wrong": what a recorded step should have said. Waits for another person, as the step itself did. */
@Injectable()
export class ProposeCorrection {
  constructor(private readonly store: Store) {}

  run(
    actor: Actor,
    transition: string,
    wish: StepWish,
    because: string,
    expected: number,
    idempotency?: Idempotency,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const { id, state, version } = await recordedStep(tx, actor, transition, expected);
        const content = await stepContent(tx, sightOf(actor.roles), state.mechanismId, wish);
        return proposeCorrection(tx, actor, state, id, version, content, because);
      },
      idempotency,
    );
  }
}

/** "It should not stand": a recorded step is taken back, and the step after it begins where the one before ended. */
@Injectable()
export class ProposeRetraction {
  constructor(private readonly store: Store) {}

  run(
    actor: Actor,
    transition: string,
    because: string,
    expected: number,
    idempotency?: Idempotency,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const { id, state, version } = await recordedStep(tx, actor, transition, expected);
        const decision = decideRetraction(state, id);
        if ('blockers' in decision) refuseBlocked(decision.blockers, namesOf(state.lifecycle));
        const amends = 'amends' in decision ? decision.amends : [];
        const content: Content = {
          mechanism: state.mechanismId,
          amends: Object.fromEntries(amends.map((one) => [one.stepId, { from: one.from }])),
        };
        return tx.append({
          act: 'transition.propose-retract',
          record: { type: 'transition', id },
          fields: proposalFields(version + 1, content, [...restsOn(state, content), id], because),
        });
      },
      idempotency,
    );
  }
}

/** The correction within a write; imports use it too. `after` is the step as it should read, without its place. */
export async function proposeCorrection(
  tx: Tx,
  actor: Actor,
  state: MechanismState,
  id: string,
  version: number,
  after: Content,
  because: string,
  batch?: string,
): Promise<Appended> {
  const before = await contentOf(tx, 'transition', id);
  const decision = decideCorrection(state, id, {
    to: after.to as string,
    effective: spanOf(after.date as string, after.extent as string | undefined),
    termEnds: after.termEnds as string | null | undefined,
    fulfilment: fulfilmentOf(after),
  });
  const around = new Surrounded(tx, sightOf(actor.roles));
  // Checked as it was wished: in the ledger its citations bear other numbers.
  const faults = await around.check('transition', { ...after, from: null, order: 0 });
  refuseFaults([...wishedFaults(faults, RENAMED), ...('faults' in decision ? decision.faults : [])]);
  if ('blockers' in decision) refuseBlocked(decision.blockers, namesOf(state.lifecycle));
  if (!('placed' in decision)) throw new Error('a decision places or refuses');
  const { from, order, amends } = decision.placed;
  const kept = {
    ...(before.key === undefined ? {} : { key: before.key }),
    ...(before.lang === undefined ? {} : { lang: before.lang }),
  };
  const content = await renumbered(tx, id, before, {
    ...kept,
    ...(before.imported ? { imported: true } : {}),
    ...after,
    from,
    order,
  });
  const changes = changedFields({ ...before, amends: {} }, content);
  if (changes.size === 0) throw new Refusal('invalid-input', 'Nothing would be different.');
  const fields = proposalFields(version + 1, {}, [...restsOn(state, content), id], because);
  for (const [pointer, value] of changes) fields.set(`/proposals/${version + 1}${pointer}`, value);
  for (const one of amends) fields.set(`/proposals/${version + 1}/amends/${one.stepId}/from`, one.from);
  return tx.append({
    act: 'transition.propose-correct',
    record: { type: 'transition', id },
    fields,
    ...(batch === undefined ? {} : { batch }),
  });
}

async function recordedStep(tx: Tx, actor: Actor, transition: string, expected: number) {
  const record = await recordedNow(tx, actor, 'transition', transition, expected);
  const { id } = record;
  const state = await mechanismState(tx, holdingNow, record.mechanism_id ?? '');
  if (!state?.chain.some((step) => step.id === id))
    throw new Refusal('stale', 'This transition is not part of the recorded chain.');
  if (await openProposal(tx, id)) refuseFor('proposal-open');
  return { id, state, version: record.version };
}
