import { describe, expect, it } from '@jest/globals';
import type { Span, Step } from './chain.js';
import { decideCorrection, decideProposal, decideRetraction } from './decide.js';
import type { StepDecision, TransitionWish } from './decide.js';
import type { Lifecycle, LifecycleStep } from './lifecycle.js';
import { ORDER_GAP } from './place.js';
import { possibleSteps } from './possible.js';
import type { LifecycleState } from './settle.js';

const span = (earliest: string, latest = earliest): Span => ({ edtf: earliest, earliest, latest });
const step = (id: string, from: string | null, to: string, day: string, more: Partial<Step> = {}): Step => ({
  ...{ id, from, to, effective: span(day), order: 0 },
  ...more,
});
const rule = (from: string | null, to: string, requirement?: string, condition = 'Said.'): LifecycleStep => ({
  ...{ from, to, condition: requirement ? condition : null, requirement, evidence: 'A source.' },
  milestone: requirement === 'before-milestone' ? 'in-force' : undefined,
});
const status = { en: 'x', nl: 'x', uk: 'x', definition: 'x', order: 0 };
const ids = ['proposed', 'prepared', 'negotiated', 'signed', 'in-force', 'ended', 'abandoned'];
const lifecycle: Lifecycle = {
  slug: 'l',
  kinds: [],
  initial: 'proposed',
  entries: ['proposed', 'signed'],
  terminal: ['ended', 'abandoned'],
  statuses: Object.fromEntries(ids.map((id) => [id, status])),
  steps: [
    rule(null, 'proposed'),
    rule(null, 'signed'),
    rule('proposed', 'prepared'),
    rule('proposed', 'negotiated', 'attested', 'Mandate given.'),
    rule('prepared', 'negotiated', 'attested', 'Mandate given.'),
    rule('proposed', 'signed'),
    rule('prepared', 'signed', 'attested', 'Text agreed.'),
    rule('negotiated', 'signed'),
    rule('signed', 'in-force'),
    rule('in-force', 'in-force', 'within-term', 'In time.'),
    rule('in-force', 'ended'),
    rule('any', 'abandoned', 'before-milestone', 'Before it is in force.'),
  ],
};
const cited = { text: 'Shown.', cited: 1 };
const stateOf = (...chain: Step[]): LifecycleState => ({
  ...{ lifecycle, chain, conditions: [], foundingDays: [], reached: () => 0 },
});
const wish = (to: string, day: string, more: Partial<TransitionWish> = {}): TransitionWish => ({
  ...{ to, effective: span(day) },
  ...more,
});
const codes = (decision: StepDecision | ReturnType<typeof decideRetraction>) =>
  'blockers' in decision ? decision.blockers.map((b) => [b.code, 'step' in b ? b.step : null]) : decision;

const proposed = step('1', null, 'proposed', '2022-01-01');
const signed = step('2', 'proposed', 'signed', '2023-01-01');
const inForce = step('3', 'signed', 'in-force', '2024-01-01', { termEnds: '2024-12-31' });
const renewed = step('4', 'in-force', 'in-force', '2024-12-01', { termEnds: '2025-12-31', fulfilled: true });
const renewedAgain = step('5', 'in-force', 'in-force', '2025-12-01', { fulfilled: true });
const running = [proposed, signed, inForce, renewed, renewedAgain];

describe('decideProposal', () => {
  it('places entry, next step and renewal at the end', () => {
    const placed = { order: ORDER_GAP, amends: [] };
    expect(decideProposal(stateOf(), wish('signed', '2022-01-01'))).toEqual({ placed: { from: null, ...placed } });
    expect(decideProposal(stateOf(proposed), wish('signed', '2023-01-01'))).toEqual({
      placed: { from: 'proposed', ...placed },
    });
    const renewal = wish('in-force', '2024-12-31', { fulfilment: cited, termEnds: '2025-12-31' });
    expect(decideProposal(stateOf(proposed, signed, inForce), renewal)).toEqual({
      placed: { from: 'in-force', ...placed },
    });
  });

  it('gives a fault for an unknown status or a term that ends before it begins, both at once', () => {
    const decision = decideProposal(stateOf(), wish('constructor', '2023-01-01', { termEnds: '2022-12-31' }));
    expect('faults' in decision && decision.faults.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/to', 'not-in-vocabulary'],
      ['/termEnds', 'end-before-begin'],
    ]);
    const undated = { edtf: '', earliest: null, latest: null };
    expect('placed' in decideProposal(stateOf(), { to: 'proposed', effective: undated, termEnds: '2022-12-31' })).toBe(
      true,
    );
  });

  it('refuses with every blocker at once', () => {
    expect(codes(decideProposal(stateOf(), wish('in-force', '2022-01-01')))).toEqual([['not-an-entry', null]]);
    expect(codes(decideProposal(stateOf(proposed), wish('abandoned', '2022-02-01')))).toEqual([
      ['fulfilment-missing', null],
    ]);
    expect(codes(decideProposal(stateOf(...running), wish('abandoned', '2026-01-01')))).toEqual([
      ['fulfilment-missing', null],
      ['milestone-reached', null],
    ]);
    expect(codes(decideProposal(stateOf(...running), wish('ended', '2023-06-01')))).toEqual([
      ['unlawful-step', null],
      ['terminal-status', '3'],
    ]);
  });

  it('puts a late step between two others and amends the one that follows', () => {
    const negotiated = wish('negotiated', '2022-06-01', { fulfilment: cited });
    expect(decideProposal(stateOf(...running), negotiated)).toEqual({
      placed: {
        from: 'proposed',
        order: ORDER_GAP,
        amends: [{ stepId: '2', from: 'negotiated', to: 'signed', formerFrom: 'proposed' }],
      },
    });
  });

  it('wants the amended step’s own condition fulfilled, which the record may already say', () => {
    expect(codes(decideProposal(stateOf(proposed, signed), wish('prepared', '2022-06-01')))).toEqual([
      ['fulfilment-missing', '2'],
    ]);
    const mandated = step('2', 'proposed', 'negotiated', '2023-01-01', { fulfilled: true });
    expect(decideProposal(stateOf(proposed, mandated), wish('prepared', '2022-06-01'))).toMatchObject({
      placed: { amends: [{ stepId: '2', from: 'prepared' }] },
    });
    const bare = { ...mandated, fulfilled: false };
    expect(codes(decideProposal(stateOf(proposed, bare), wish('prepared', '2022-06-01')))).toEqual([
      ['fulfilment-missing', '2'],
    ]);
  });

  it('does not take what was said on one condition for another', () => {
    // The step was recorded with words on another condition: they don't say that the text was agreed.
    const other = step('2', 'proposed', 'signed', '2023-01-01', { fulfilled: true });
    expect(codes(decideProposal(stateOf(proposed, other), wish('prepared', '2022-06-01')))).toEqual([
      ['fulfilment-missing', '2'],
    ]);
  });

  it('looks at what a late step does to the conditions of steps that it does not amend', () => {
    // A renewal whose term ended in June makes the renewal of December too late, though its from stays.
    const short = wish('in-force', '2024-06-01', { fulfilment: cited, termEnds: '2024-06-30' });
    expect(codes(decideProposal(stateOf(...running), short))).toEqual([['term-lapsed', '4']]);
    const abandoned = step('3', 'signed', 'abandoned', '2024-01-01', { fulfilled: true });
    expect(codes(decideProposal(stateOf(proposed, signed, abandoned), wish('in-force', '2023-06-01')))).toEqual([
      ['milestone-reached', '3'],
    ]);
  });

  it('is not stopped by an old gap elsewhere in the record', () => {
    const gap = step('2', 'proposed', 'negotiated', '2022-06-01', { fulfilled: false });
    expect(decideProposal(stateOf(proposed, gap), wish('signed', '2023-01-01'))).toMatchObject({
      placed: { from: 'negotiated' },
    });
  });

  it('puts a step of the same day last, or where it is lawful', () => {
    const day = '2022-01-01';
    const entry = step('1', null, 'proposed', day, { order: ORDER_GAP });
    const end = step('2', 'proposed', 'signed', day, { order: 2 * ORDER_GAP });
    expect(decideProposal(stateOf(entry, end), wish('in-force', day))).toEqual({
      placed: { from: 'signed', order: 3 * ORDER_GAP, amends: [] },
    });
    expect(decideProposal(stateOf(entry, end), wish('negotiated', day, { fulfilment: cited }))).toEqual({
      placed: {
        from: 'proposed',
        order: 1.5 * ORDER_GAP,
        amends: [{ stepId: '2', from: 'negotiated', to: 'signed', formerFrom: 'proposed' }],
      },
    });
    expect(decideProposal(stateOf({ ...end, from: null }), wish('proposed', day))).toMatchObject({
      placed: { from: null, order: ORDER_GAP },
    });
  });

  it('leaves out a place for which there is no room, and then says what stands against the last', () => {
    const day = '2022-01-01';
    const entry = step('1', null, 'proposed', day, { order: 1 });
    const end = step('2', 'proposed', 'signed', day, { order: 2 });
    expect(codes(decideProposal(stateOf(entry, end), wish('negotiated', day, { fulfilment: cited })))).toEqual([
      ['unlawful-step', null],
    ]);
    // The next place, before both, never shares its order with a recorded step.
    const first = step('1', null, 'signed', day, { order: 1 });
    const second = step('2', 'signed', 'in-force', day, { order: 2 });
    expect(decideProposal(stateOf(first, second), wish('proposed', day))).toMatchObject({
      placed: { from: null, order: 1 - ORDER_GAP },
    });
  });
});

describe('decideCorrection', () => {
  it('corrects date, target, term and fulfilment, and keeps what is not named', () => {
    expect(decideCorrection(stateOf(...running), '2', { effective: span('2023-02-01') })).toMatchObject({
      placed: { from: 'proposed', amends: [] },
    });
    expect(decideCorrection(stateOf(...running), '4', { termEnds: null })).toMatchObject({
      placed: { from: 'in-force', order: 0 },
    });
    const negotiated = { to: 'negotiated', fulfilment: cited };
    expect(decideCorrection(stateOf(proposed, signed), '2', negotiated)).toMatchObject({
      placed: { from: 'proposed' },
    });
    expect(codes(decideCorrection(stateOf(proposed, signed), '2', { to: 'negotiated' }))).toEqual([
      ['fulfilment-missing', null],
    ]);
    expect(codes(decideCorrection(stateOf(...running), '4', { fulfilment: null }))).toEqual([
      ['fulfilment-missing', null],
    ]);
  });

  it('amends the step that follows a corrected target, and moves a step to its new place', () => {
    const mandated = step('2', 'proposed', 'negotiated', '2022-06-01', { fulfilled: true });
    const end = step('3', 'negotiated', 'signed', '2023-01-01');
    expect(codes(decideCorrection(stateOf(proposed, mandated, end), '2', { to: 'prepared' }))).toEqual([
      ['fulfilment-missing', '3'],
    ]);
    const moved = decideCorrection(stateOf(proposed, mandated, end), '2', { effective: span('2023-06-01') });
    expect(codes(moved)).toEqual([['unlawful-step', null]]);
    const twice = step('4', 'in-force', 'in-force', '2024-06-01', { fulfilled: true });
    expect(decideCorrection(stateOf(...running, twice), '4', { effective: span('2024-11-01') })).toMatchObject({
      placed: { from: 'in-force', amends: [] },
    });
  });

  it('keeps the order of a step whose days stay', () => {
    const entry = step('1', null, 'proposed', '2022-01-01', { order: 7 });
    const end = step('2', 'proposed', 'signed', '2022-01-01', { order: 8 });
    const uncertain = { ...span('2022-01-01'), edtf: '2022-01-01?' };
    expect(decideCorrection(stateOf(entry, end), '1', { effective: uncertain })).toEqual({
      placed: { from: null, order: 7, amends: [] },
    });
  });

  it('refuses a term that makes the next renewal late, an unknown status, and an unknown step', () => {
    expect(codes(decideCorrection(stateOf(...running), '3', { termEnds: '2024-06-30' }))).toEqual([
      ['term-lapsed', '4'],
    ]);
    expect(decideCorrection(stateOf(...running), '3', { to: 'q' })).toMatchObject({ faults: [{ pointer: '/to' }] });
    expect(decideCorrection(stateOf(...running), '3', { effective: span('2025-01-01') })).toMatchObject({
      faults: [{ pointer: '/termEnds' }],
    });
    expect(decideCorrection(stateOf(...running), '9', {})).toEqual({ blockers: [{ code: 'not-in-chain', step: '9' }] });
  });
});

describe('decideRetraction', () => {
  it('takes back the last step, the only step, and one in the middle where the rest stays lawful', () => {
    expect(decideRetraction(stateOf(...running), '5')).toEqual({ amends: [] });
    expect(decideRetraction(stateOf(proposed), '1')).toEqual({ amends: [] });
    expect(decideRetraction(stateOf(proposed, signed), '1')).toEqual({
      amends: [{ stepId: '2', from: null, to: 'signed', formerFrom: 'proposed' }],
    });
  });

  it('refuses where the rest would be unlawful, a condition unfulfilled, or the step is unknown', () => {
    expect(codes(decideRetraction(stateOf(...running), '2'))).toEqual([['unlawful-step', '3']]);
    expect(codes(decideRetraction(stateOf(...running), '4'))).toEqual([['term-lapsed', '5']]);
    expect(decideRetraction(stateOf(), '1')).toEqual({ blockers: [{ code: 'not-in-chain', step: '1' }] });
  });
});

describe('possibleSteps', () => {
  const possible = (day: string, ...chain: Step[]) =>
    possibleSteps(lifecycle, stateOf(...chain), day).map(({ from, to, blockers }) => [
      from,
      to,
      blockers.map((b) => b.code),
    ]);

  it('lists the entries of an empty chain, and nothing out of a terminal status', () => {
    expect(possible('2022-01-01')).toEqual([
      [null, 'proposed', []],
      [null, 'signed', []],
    ]);
    expect(possible('2026-01-01', proposed, step('2', 'proposed', 'abandoned', '2023-01-01'))).toEqual([]);
  });

  it('lists next steps, renewals and any steps with all their blockers', () => {
    expect(possible('2026-01-01', ...running.slice(0, 3))).toEqual([
      ['in-force', 'in-force', ['fulfilment-missing', 'term-lapsed']],
      ['in-force', 'ended', []],
      ['in-force', 'abandoned', ['fulfilment-missing', 'milestone-reached']],
    ]);
    expect(possible('2024-06-01', ...running.slice(0, 3))[0]).toEqual(['in-force', 'in-force', ['fulfilment-missing']]);
  });

  it('names condition, requirement and evidence, and for the past what stands in the way later', () => {
    const [prepared, negotiated] = possibleSteps(lifecycle, stateOf(signed, proposed), '2022-06-01');
    expect(prepared).toMatchObject({ condition: null, requirement: null, evidence: 'A source.' });
    expect(prepared!.blockers.map((b) => [b.code, 'step' in b && b.step])).toEqual([['fulfilment-missing', '2']]);
    expect(negotiated).toMatchObject({ condition: 'Mandate given.', requirement: 'attested' });
  });
});
