import { Injectable } from '@nestjs/common';
import {
  ABOUT,
  type Actor,
  type Content,
  decideProposal,
  type Fault,
  type Json,
  proposalPrefix,
  refuseFaults,
  Refusal,
  sightOf,
  toFields,
} from '@zvit/domain';
import { type Appended, chainOf, type Idempotency, type Receipt, Store, Surrounded, type Tx } from '@zvit/store';
import { wishedFaults } from '../records/as-wished.js';
import { namedRecord } from '../records/named-record.js';
import { namesOf } from '../library/status-names.js';
import { refuseBlocked } from './blockers.js';
import { holdingNow, mechanismState, type MechanismState } from './lifecycle-state.js';
import { fulfilmentOf, spanOf, stepContent, type StepWish } from './wish.js';

/** A step's date in the world is called `effective` in requests. */
export const RENAMED = { date: 'effective' };

/** A legal officer proposes that a mechanism's status moved. Nothing moves until another person approves. */
@Injectable()
export class ProposeTransition {
  constructor(private readonly store: Store) {}

  run(actor: Actor, mechanism: string, wish: StepWish, idempotency?: Idempotency): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const sight = sightOf(actor.roles);
        const id = await namedRecord(tx, actor, 'mechanism', mechanism);
        return proposeStep(tx, actor, id, await stepContent(tx, sight, id, wish));
      },
      idempotency,
    );
  }
}

/** The act within a write; imports use it too. `content` is a step without `from` and `order`: they follow from its date. */
export async function proposeStep(
  tx: Tx,
  actor: Actor,
  mechanismId: string,
  content: Content,
  batch?: string,
): Promise<Appended> {
  const state = await mechanismState(tx, holdingNow, mechanismId);
  if (!state) throw new Refusal('not-found', 'There is no such mechanism.');
  const placed = await placedContent(tx, actor, state, content);
  return tx.append({
    act: 'transition.propose-add',
    record: { type: 'transition', id: tx.newId() },
    fields: proposalFields(1, placed, restsOn(state, placed)),
    ...(batch === undefined ? {} : { batch }),
  });
}

/** A step may not point at a condition classed above it: its readers would learn of it. */
export function conditionsAbove(state: MechanismState, content: Content): Fault[] {
  return (fulfilmentOf(content)?.conditions ?? []).flatMap((name, index): Fault[] => {
    const condition = state.conditions.find((one) => one.id === name || one.slug === name);
    if (!condition || condition.rank <= state.rank) return [];
    const detail = 'This condition is classed above the step that would point at it.';
    return [{ pointer: `/fulfilment/conditions/${index}`, code: 'source-classed-above', detail }];
  });
}

/** The step with its place in the chain; refuses with every fault of the input, or else with every reason against the step. */
async function placedContent(tx: Tx, actor: Actor, state: MechanismState, content: Content): Promise<Content> {
  const around = new Surrounded(tx, sightOf(actor.roles));
  const faults = await around.check('transition', { ...content, from: null, order: 0 });
  const decision = decideProposal(state, {
    to: content.to as string,
    effective: spanOf(content.date as string, content.extent as string | undefined),
    termEnds: content.termEnds as string | null | undefined,
    fulfilment: fulfilmentOf(content),
  });
  const hidden = conditionsAbove(state, content);
  refuseFaults([...wishedFaults(faults, RENAMED), ...hidden, ...('faults' in decision ? decision.faults : [])]);
  if ('blockers' in decision) refuseBlocked(decision.blockers, namesOf(state.lifecycle));
  if (!('placed' in decision)) throw new Error('a decision places or refuses');
  const { from, order, amends } = decision.placed;
  return {
    ...content,
    from,
    order,
    ...(amends.length === 0
      ? {}
      : { amends: Object.fromEntries(amends.map((one) => [one.stepId, { from: one.from }])) }),
  };
}

/**
 * What a proposal rests on: when one of these moves, it goes stale. A condition classed above the mechanism is not named, since
 * whoever may read the step would read its id; the approval judges anew all the same.
 */
export function restsOn(state: MechanismState, content: Content): string[] {
  const bearing = state.conditions
    .filter((one) => one.holder === 'mechanism' && one.bearsOn === `status:${content.to as string}`)
    .filter((one) => one.rank <= state.rank)
    .map((one) => one.id);
  const named = (fulfilmentOf(content)?.conditions ?? []).map(
    (name) => state.conditions.find((one) => one.id === name || one.slug === name)?.id ?? name,
  );
  return [...new Set([chainOf(state.mechanismId), state.lifecycleId, ...bearing, ...named])];
}

/** The fields of an entry that proposes: content below `/proposals/<version>`, and what it rests on. */
export function proposalFields(version: number, content: Content, rests: readonly string[], reason?: string) {
  const fields = new Map<string, Json>(
    [...toFields(content)].map(([pointer, value]) => [proposalPrefix(version) + pointer, value]),
  );
  fields.set(ABOUT.restsOn, [...rests]);
  if (reason !== undefined) fields.set(ABOUT.reason, reason);
  return fields;
}
