import {
  type ConditionNow,
  type Content,
  decideProposal,
  hasStatus,
  type Lifecycle,
  type LifecycleFacts,
  sentence,
  type Step,
  statusNames,
  stepBetween,
} from '@zvit/domain';
import { lifecycleFrom } from '../transitions/lifecycle-state.js';
import { fulfilmentOf, spanOf } from '../transitions/wish.js';
import { faultAt, type FileFault } from './file-fault.js';
import { type Planned } from './match.js';

/** What a replay of all chains of status gives: what is against them, and the order of each step in its chain. */
export interface Replayed {
  readonly faults: readonly FileFault[];
  readonly orders: ReadonlyMap<string, number>;
}

/** Carries out the steps of every mechanism one by one, as a person would have, with the facts that the files state. */
export function replaySteps(planned: readonly Planned[]): Replayed {
  const faults: FileFault[] = [];
  const orders = new Map<string, number>();
  const lifecycles = new Map(
    planned.filter((one) => one.type === 'lifecycle').map((one) => [one.id, lifecycleFrom(one.key, one.content)]),
  );
  const byMechanism = new Map<string, Planned[]>();
  for (const one of planned)
    if (one.mechanism !== null) byMechanism.set(one.mechanism, [...(byMechanism.get(one.mechanism) ?? []), one]);
  for (const mechanism of planned) {
    const lifecycle =
      mechanism.type === 'mechanism' ? lifecycles.get(mechanism.content.lifecycle as string) : undefined;
    if (lifecycle) replayChain(mechanism, lifecycle, byMechanism.get(mechanism.key) ?? [], faults, orders);
  }
  return { faults, orders };
}

function replayChain(
  mechanism: Planned,
  lifecycle: Lifecycle,
  records: readonly Planned[],
  faults: FileFault[],
  orders: Map<string, number>,
): void {
  const facts = factsOf(records);
  const steps = records.filter((one) => one.type === 'transition');
  const chain: Step[] = [];
  for (const step of steps) {
    const against = decide(lifecycle, facts, chain, step);
    faults.push(...against);
    // What follows an unlawful step is unlawful for that reason alone.
    if (against.length > 0) return;
    orders.set(step.id, chain.at(-1)!.order);
  }
  const last = steps.at(-1)?.content.to;
  if (mechanism.raw.status !== last)
    faults.push(
      faultAt(
        mechanism.file,
        ['status'],
        'contradiction',
        `The steps of status end in ${typeof last === 'string' ? last : 'none'}.`,
      ),
    );
}

/** The faults of one more step; a lawful one is put at the end of the chain. */
function decide(lifecycle: Lifecycle, facts: LifecycleFacts, chain: Step[], step: Planned): FileFault[] {
  const { content, file, at, id } = step;
  const to = content.to as string;
  const from = content.from as string | null;
  const previous = chain.at(-1)?.to ?? null;
  const blame = (field: string, detail: string) => [faultAt(file, [...at, field], 'contradiction', detail)];
  if (from !== previous)
    return blame('from', `The step before ends in ${previous ?? 'nothing: this one is the first'}.`);
  if (!hasStatus(lifecycle, to))
    return [faultAt(file, [...at, 'to'], 'not-in-vocabulary', `The lifecycle ${lifecycle.slug} has no status ${to}.`)];
  const effective = spanOf(content.date as string, content.extent as string | undefined);
  const termEnds = content.termEnds as string | null | undefined;
  const fulfilment = fulfilmentOf(content);
  const decision = decideProposal({ ...facts, lifecycle, chain }, { to, effective, termEnds, fulfilment });
  if ('faults' in decision)
    return decision.faults.map(({ code, detail }) => faultAt(file, [...at, 'term_ends'], code, detail));
  if ('blockers' in decision) {
    const names = statusNames(lifecycle, 'en');
    return blame('to', decision.blockers.map((blocker) => sentence(blocker, 'en', names)).join(' '));
  }
  const { order, amends } = decision.placed;
  if (amends.length > 0 || decision.placed.from !== from)
    return blame('date', 'Steps stand in the order of their dates.');
  if (fulfilment !== null && (stepBetween(lifecycle, from, to)?.condition ?? null) === null)
    return blame('fulfilment', 'This step has no condition that could be fulfilled.');
  chain.push({ id, from, to, effective, order, termEnds, fulfilled: fulfilment !== null });
  return [];
}

/** The facts beside the chain, as the files state them. */
function factsOf(records: readonly Planned[]): LifecycleFacts {
  const contents = (type: string) => records.filter((one) => one.type === type);
  const parties = new Map<string, Set<unknown>>();
  for (const { content } of contents('participation'))
    for (const { act } of Object.values((content.acts ?? {}) as Record<string, { act: string }>))
      parties.set(act, (parties.get(act) ?? new Set()).add(content.party));
  return {
    conditions: contents('condition').map(({ id, key, content }) => conditionOf(id, key, content)),
    reached: (act) => parties.get(act)?.size ?? 0,
    foundingDays: contents('event')
      .filter(({ content }) => content.kind === 'founding' && typeof content.date === 'string')
      .map(({ content }) => spanOf(content.date as string, content.extent as string | undefined)),
  };
}

function conditionOf(id: string, slug: string, content: Content): ConditionNow {
  const { holder, bearsOn, status, text, threshold } = content as unknown as Omit<ConditionNow, 'id' | 'slug'>;
  return { id, slug, holder, bearsOn, status, text, ...(threshold ? { threshold } : {}) };
}
