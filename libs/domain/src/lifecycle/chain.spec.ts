import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkChain, orderChain, relink, sameDays } from './chain.js';
import type { Span, Step } from './chain.js';
import type { Lifecycle } from './lifecycle.js';
import { begunOn, statusOn } from './status-on.js';

const span = (earliest: string | null, latest: string | null = earliest): Span => ({
  edtf: earliest === latest ? (earliest ?? '') : `${earliest ?? '..'}/${latest ?? '..'}`,
  earliest,
  latest,
});
const step = (id: string, from: string | null, to: string, effective: Span, order = 0): Step => ({
  ...{ id, from, to, effective, order },
});
const status = { en: 'x', nl: 'x', uk: 'x', definition: 'x', order: 0 };
const rule = (from: string | null, to: string) => ({ from, to, condition: null, evidence: 'A source.' });
const lifecycle: Lifecycle = {
  slug: 'l',
  kinds: [],
  initial: 'a',
  entries: ['a', 'b'],
  terminal: ['z'],
  statuses: { a: status, b: status, c: status, z: status },
  steps: [rule(null, 'a'), rule(null, 'b'), rule('a', 'b'), rule('b', 'b'), rule('b', 'c'), rule('any', 'z')],
};

describe('orderChain', () => {
  it('orders by earliest day, latest day, order and id, undated steps last', () => {
    const steps = [
      step('undated', null, 'a', span(null)),
      step('year', null, 'a', span('2023-01-01', '2023-12-31')),
      step('open', null, 'a', span('2023-01-01', null)),
      step('before', null, 'a', span(null, '2023-07-03')),
      step('day-2', null, 'a', span('2023-01-01'), 2),
      step('day-b', null, 'a', span('2023-01-01'), 1),
      step('day-a', null, 'a', span('2023-01-01'), 1),
      step('earlier', null, 'a', span('2022-12-31'), 9),
    ];
    const expected = ['before', 'earlier', 'day-a', 'day-b', 'day-2', 'year', 'open', 'undated'];
    expect(orderChain(steps).map(({ id }) => id)).toEqual(expected);
    expect(orderChain([...steps].reverse()).map(({ id }) => id)).toEqual(expected);
    expect(steps[0]!.id).toBe('undated');
  });

  it('tells dates of the same days from others', () => {
    expect(sameDays(span('2023-01-01'), { ...span('2023-01-01'), edtf: '2023-01-01?' })).toBe(true);
    expect(sameDays(span('2023-01-01'), span('2023-01-01', '2023-01-31'))).toBe(false);
    expect(sameDays(span('2023-01-02', '2023-01-31'), span('2023-01-01', '2023-01-31'))).toBe(false);
  });
});

describe('checkChain', () => {
  const day = span('2023-01-01');
  const check = (...steps: Step[]) => checkChain(lifecycle, steps);

  it('finds nothing in a lawful chain with an entry, a renewal and an any step', () => {
    expect(check()).toEqual([]);
    const chain = [
      step('1', null, 'b', day),
      step('2', 'b', 'b', day),
      step('3', 'b', 'c', day),
      step('4', 'c', 'z', day),
    ];
    expect(check(...chain)).toEqual([]);
  });

  it('names what is no entry, unlawful, terminal or broken, with the step', () => {
    expect(check(step('1', null, 'c', day))).toEqual([{ code: 'not-an-entry', to: 'c', step: '1' }]);
    expect(check(step('1', null, 'a', day), step('2', 'a', 'c', day))).toEqual([
      { code: 'unlawful-step', from: 'a', to: 'c', step: '2' },
    ]);
    expect(check(step('1', null, 'a', day), step('2', 'a', 'z', day), step('3', 'z', 'b', day))).toEqual([
      { code: 'terminal-status', from: 'z', to: 'b', step: '3' },
    ]);
    expect(check(step('1', 'a', 'b', day), step('2', null, 'a', day), step('3', 'b', 'c', day))).toEqual([
      { code: 'chain-broken', from: 'a', previous: null, to: 'b', step: '1' },
      { code: 'chain-broken', from: null, previous: 'b', to: 'a', step: '2' },
      { code: 'chain-broken', from: 'b', previous: 'a', to: 'c', step: '3' },
    ]);
  });

  it('takes no renewal or any step that is not listed', () => {
    expect(check(step('1', null, 'a', day), step('2', 'a', 'a', day))).toHaveLength(1);
    expect(check(step('1', null, 'z', day))).toEqual([{ code: 'not-an-entry', to: 'z', step: '1' }]);
  });

  it('relinks steps from the first on', () => {
    const linked = relink([step('1', 'q', 'a', day), step('2', null, 'b', day)]);
    expect(linked.map(({ from }) => from)).toEqual([null, 'a']);
  });
});

describe('statusOn', () => {
  const chain = [
    step('1', null, 'a', span('2022-03-01')),
    step('2', 'a', 'b', span('2023-01-01', '2023-12-31')),
    step('3', 'b', 'b', span('2024-04-04')),
    step('4', 'b', 'b', span('2025-04-04')),
    step('5', 'b', 'c', span('2026-01-01', null)),
  ];

  it('is null before the first step', () => {
    expect(statusOn(chain, '2022-02-28')).toBeNull();
    expect(statusOn([], '2022-02-28')).toBeNull();
  });

  it('is certain on the day of a step known to the day', () => {
    expect(statusOn(chain, '2022-03-01')).toEqual({
      ...{ id: 'a', since: '2022-03-01', by: '1', renewedOn: null, renewedBy: null, certain: true },
    });
  });

  it('says what may hold within the imprecision of a date', () => {
    const year = { id: 'b', since: '2023-01-01/2023-12-31', by: '2', renewedOn: null, renewedBy: null };
    expect(statusOn(chain, '2023-01-01')).toEqual({ ...year, certain: false, possibly: ['a', 'b'] });
    expect(statusOn(chain, '2023-12-30')).toMatchObject({ certain: false });
    expect(statusOn(chain, '2023-12-31')).toEqual({ ...year, certain: true });
    expect(statusOn(chain, '2030-01-01')).toMatchObject({ id: 'c', certain: false, possibly: ['b', 'c'] });
  });

  it('does not begin a status anew by a renewal', () => {
    const run = { id: 'b', since: '2023-01-01/2023-12-31', by: '2', certain: true };
    expect(statusOn(chain, '2024-04-04')).toEqual({ ...run, renewedOn: '2024-04-04', renewedBy: '3' });
    expect(statusOn(chain, '2025-12-31')).toEqual({ ...run, renewedOn: '2025-04-04', renewedBy: '4' });
  });

  it('is certain of a status through a renewal whose day is not known', () => {
    const renewed = [step('1', null, 'b', span('2022-01-01')), step('2', 'b', 'b', span('2023-01-01', '2023-12-31'))];
    expect(statusOn(renewed, '2023-06-01')).toMatchObject({ certain: true, renewedBy: '2' });
  });

  it('begins a run anew when a status comes back', () => {
    const back = [
      step('1', null, 'a', span('2022-01-01')),
      step('2', 'a', 'b', span('2022-02-01')),
      step('3', 'b', 'a', span('2022-03-01')),
    ];
    expect(statusOn(back, '2022-04-01')).toMatchObject({ id: 'a', since: '2022-03-01', by: '3', renewedOn: null });
  });

  it('is not certain that an imprecise first step has come', () => {
    expect(statusOn([step('1', null, 'a', span(null, '2023-07-03'))], '1999-01-01')).toMatchObject({
      ...{ id: 'a', certain: false, possibly: ['a'] },
    });
  });

  it('lets an undated last step follow all others, and never be certain', () => {
    const undated = [...chain.slice(0, 1), step('2', 'a', 'b', span(null))];
    expect(statusOn(undated, '2022-02-28')).toBeNull();
    expect(statusOn(undated, '2022-03-01')).toMatchObject({ id: 'b', certain: false, possibly: ['a', 'b'] });
  });

  it('gives every day the last step begun, and a certain status the only one possible', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2023-01-${String(n).padStart(2, '0')}`);
    const bound = fc.option(day, { freq: 8 });
    const spans = fc.tuple(bound, bound).map(([a, b]) => (a !== null && b !== null && a > b ? span(b, a) : span(a, b)));
    const steps = fc.array(fc.tuple(spans, fc.constantFrom('a', 'b', 'c')), { maxLength: 8 });
    fc.assert(
      fc.property(steps, day, (drawn, on) => {
        const ordered = relink(orderChain(drawn.map(([effective, to], n) => step(`${n}`, null, to, effective, n))));
        const now = statusOn(ordered, on);
        const begun = begunOn(ordered, on);
        expect(now?.id).toBe(begun.at(-1)?.to);
        for (const { effective } of begun) expect((effective.earliest ?? '') <= on).toBe(true);
        // However the days of the steps fall within their bounds, the status is among those said to be possible.
        const surely = ordered.filter(({ effective }) => effective.latest !== null && effective.latest <= on);
        for (const one of surely) expect(begun).toContain(one);
        if (now?.certain) expect(surely.length).toBeGreaterThan(0);
        if (now && !now.certain) expect(now.possibly).toContain(now.id);
      }),
    );
  });
});
