import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { checkChain, orderChain } from './chain.js';
import type { Span, Step } from './chain.js';
import { checkLifecycle } from './check-lifecycle.js';
import { decideProposal } from './decide.js';
import type { Lifecycle, LifecycleStep } from './lifecycle.js';
import { possibleSteps } from './possible.js';
import type { LifecycleState } from './settle.js';
import { statusOn } from './status-on.js';

interface LifecycleFile extends Omit<Lifecycle, 'slug' | 'statuses' | 'steps'> {
  id: string;
  statuses: { id: string; en: string; nl: string; uk: string; definition: string }[];
  transitions: LifecycleStep[];
}

interface MechanismFile {
  id: string;
  lifecycle: string;
  status: string;
  participants: { party: string; acts?: { act: string }[] }[];
  events: { kind: string; date: string }[];
  transitions: {
    from: string | null;
    to: string;
    date: string;
    term_ends?: string | null;
    fulfilment?: { text: string; sources: string[] };
  }[];
  conditions?: {
    id: string;
    holder: string;
    bears_on: string;
    status: string;
    text: string;
    threshold?: { count: number; act: string };
  }[];
}

const folder = new URL('../../../../data/reference/', import.meta.url);
const read = (path: string) => parse(readFileSync(new URL(path, folder), 'utf8')) as unknown;

const lifecycles: Lifecycle[] = (read('lifecycles.yaml') as { lifecycles: LifecycleFile[] }).lifecycles.map((file) => ({
  ...file,
  slug: file.id,
  statuses: Object.fromEntries(file.statuses.map((status, order) => [status.id, { ...status, order }])),
  steps: file.transitions,
}));
const mechanisms = readdirSync(new URL('mechanisms/', folder)).map(
  (name) => read(`mechanisms/${name}`) as MechanismFile,
);
const lifecycleOf = (slug: string) => lifecycles.find((lifecycle) => lifecycle.slug === slug)!;

function span(edtf: string): Span {
  const [first, last = first] = edtf.replaceAll('?', '').split('/') as [string, string?];
  const [year, month] = last.split('-');
  const days = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  const latest = [last, `${last}-${days}`, `${last}-12-31`][3 - last.split('-').length]!;
  return { edtf, earliest: `${first}-01-01`.slice(0, 10), latest };
}

function factsOf(mechanism: MechanismFile): Omit<LifecycleState, 'chain'> {
  return {
    lifecycle: lifecycleOf(mechanism.lifecycle),
    conditions: (mechanism.conditions ?? []).map(({ bears_on, ...rest }) => ({
      ...rest,
      slug: rest.id,
      bearsOn: bears_on,
    })),
    reached: (act) =>
      new Set(mechanism.participants.filter((p) => p.acts?.some((one) => one.act === act)).map((p) => p.party)).size,
    foundingDays: mechanism.events.filter((event) => event.kind === 'founding').map((event) => span(event.date)),
  };
}

/** Records the transitions of a file one by one, as a person would, in the order given. */
function replay(mechanism: MechanismFile, order: readonly number[]): Step[] {
  const facts = factsOf(mechanism);
  let chain: Step[] = [];
  for (const index of order) {
    const { to, date, fulfilment, term_ends } = mechanism.transitions[index]!;
    const decision = decideProposal(
      { ...facts, chain },
      {
        to,
        effective: span(date),
        termEnds: term_ends,
        fulfilment: fulfilment && { text: fulfilment.text, cited: fulfilment.sources.length },
      },
    );
    if (!('placed' in decision)) throw new Error(`${mechanism.id} ${to}: ${JSON.stringify(decision)}`);
    const { from, order: place, amends } = decision.placed;
    chain = chain.map((step) => ({ ...step, from: (amends.find((a) => a.stepId === step.id) ?? step).from }));
    const step = { id: `step-${index}`, from, to, effective: span(date), order: place, termEnds: term_ends };
    chain.push({ ...step, fulfilled: fulfilment !== undefined });
  }
  return [...orderChain(chain)];
}

describe('the reference data', () => {
  it('holds 17 lifecycles without a fault', () => {
    expect(lifecycles).toHaveLength(17);
    for (const lifecycle of lifecycles)
      expect([lifecycle.slug, checkLifecycle(lifecycle)]).toEqual([lifecycle.slug, []]);
  });

  it('has dates of which the days are computed rightly', () => {
    expect(span('2023-02')).toEqual({ edtf: '2023-02', earliest: '2023-02-01', latest: '2023-02-28' });
    expect(span('2014?')).toEqual({ edtf: '2014?', earliest: '2014-01-01', latest: '2014-12-31' });
    expect(span('2023-07-03')).toEqual({ edtf: '2023-07-03', earliest: '2023-07-03', latest: '2023-07-03' });
  });

  it('holds 24 mechanisms of which every step is accepted and ends in the status of the file', () => {
    expect(mechanisms).toHaveLength(24);
    for (const mechanism of mechanisms) {
      const chain = replay(mechanism, [...mechanism.transitions.keys()]);
      expect(chain.map(({ from, to }) => [from, to])).toEqual(mechanism.transitions.map(({ from, to }) => [from, to]));
      expect(checkChain(lifecycleOf(mechanism.lifecycle), chain)).toEqual([]);
      expect([mechanism.id, statusOn(chain, '2026-11-24')?.id]).toEqual([mechanism.id, mechanism.status]);
    }
  });

  it('takes a renewal that was recorded late between two others', () => {
    const coi = mechanisms.find(({ id }) => id === 'un-coi-ukraine')!;
    expect(replay(coi, [0, 1, 2, 5, 3, 4])).toEqual(
      replay(coi, [0, 1, 2, 3, 4, 5]).map((step) => ({ ...step, order: expect.any(Number) as unknown as number })),
    );
  });

  it('says of the ICPA that it worked from the day of its founding, and since when on any day', () => {
    const chain = replay(
      mechanisms.find(({ id }) => id === 'icpa')!,
      [0, 1, 2],
    );
    expect(statusOn(chain, '2023-02-01')).toBeNull();
    expect(statusOn(chain, '2023-07-02')).toMatchObject({ id: 'committed', since: '2023-03-03', certain: true });
    expect(statusOn(chain, '2023-07-03')).toMatchObject({ id: 'operational', since: '2023-07-03', by: 'step-2' });
  });

  it('says of the Special Tribunal all that stands between it and its establishment', () => {
    const tribunal = mechanisms.find(({ id }) => id === 'special-tribunal-aggression')!;
    const { lifecycle, ...facts } = factsOf(tribunal);
    const chain = replay(tribunal, [0, 1, 2, 3]);
    const steps = possibleSteps(lifecycle, { ...facts, chain }, '2026-11-24');
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      ['in-ratification', 'established'],
      ['in-ratification', 'abandoned'],
    ]);
    expect(steps[0]!.blockers.map((b) => [b.code, 'slug' in b ? b.slug : null])).toEqual([
      ['fulfilment-missing', null],
      ['condition-open', 'stca-management-agreement'],
      ['condition-open', 'stca-guarantees'],
    ]);
    expect(steps[1]!.blockers).toEqual([]);
  });

  it('counts the ratifications that the Claims Commission still needs', () => {
    const claims = mechanisms.find(({ id }) => id === 'claims-commission')!;
    const { lifecycle, ...facts } = factsOf(claims);
    const chain = replay(claims, [0, 1, 2, 3, 4, 5]);
    const established = possibleSteps(lifecycle, { ...facts, chain }, '2026-11-24').find(
      ({ to }) => to === 'established',
    )!;
    expect(established.blockers.find(({ code }) => code === 'threshold-not-reached')).toMatchObject({
      act: 'ratified',
      count: 25,
      reached: facts.reached('ratified'),
    });
  });
});
