import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkChain, orderChain, relink } from './chain.js';
import type { Span, Step } from './chain.js';
import { checkLifecycle } from './check-lifecycle.js';
import { decideCorrection, decideProposal, decideRetraction } from './decide.js';
import type { Lifecycle, LifecycleStep } from './lifecycle.js';
import type { Amendment } from './settle.js';

// A lifecycle with renewals, several entries, an any step and conditions, dense enough that random acts are often accepted.
const status = { en: 'x', nl: 'x', uk: 'x', definition: 'x', order: 0 };
const rule = (from: string | null, to: string, requirement?: string): LifecycleStep => ({
  ...{ from, to, condition: requirement ? `${requirement}.` : null, requirement, evidence: 'A source.' },
  milestone: requirement === 'before-milestone' ? 'c' : undefined,
});
const lifecycle: Lifecycle = {
  slug: 'l',
  kinds: [],
  initial: 'a',
  entries: ['a', 'b'],
  terminal: ['z'],
  statuses: { a: status, b: status, c: status, z: status },
  steps: [
    ...[rule(null, 'a'), rule(null, 'b'), rule('a', 'b'), rule('a', 'c', 'attested'), rule('b', 'a'), rule('b', 'c')],
    ...[
      rule('c', 'c', 'within-term'),
      rule('b', 'b', 'within-term'),
      rule('c', 'b', 'attested'),
      rule('any', 'z', 'before-milestone'),
    ],
  ],
};

const dayText = (n: number) => `2023-01-${String(n).padStart(2, '0')}`;
const effective: fc.Arbitrary<Span> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: 1, max: 28 })
      .map((n) => ({ edtf: dayText(n), earliest: dayText(n), latest: dayText(n) })),
  },
  fc.constant({ edtf: '2023-01', earliest: '2023-01-01', latest: '2023-01-31' }),
  fc.constant({ edtf: '../2023-01-09', earliest: null, latest: '2023-01-09' }),
  fc.constant({ edtf: '', earliest: null, latest: null }),
);
const to = fc.constantFrom('a', 'b', 'c', 'b', 'c', 'z');
const fulfilment = fc.constantFrom({ text: 'Shown.', cited: 1 }, { text: 'Shown.', cited: 1 }, null);
const termEnds = fc.option(fc.integer({ min: 1, max: 28 }).map(dayText));
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('propose' as const), to, effective, fulfilment, termEnds }) },
  fc.record({ act: fc.constant('correct' as const), nth: fc.nat(9), to, effective, fulfilment }),
  fc.record({ act: fc.constant('retract' as const), nth: fc.nat(9) }),
);

const amended = (chain: readonly Step[], amends: readonly Amendment[]) =>
  chain.map((step) => ({ ...step, from: (amends.find(({ stepId }) => stepId === step.id) ?? step).from }));

type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** Records an act if it is accepted, as the register would: exactly what the decision says, nothing else. */
function record(chain: readonly Step[], one: Act, id: string): readonly Step[] {
  const state = { lifecycle, chain, conditions: [], foundingDays: [], reached: () => 0 };
  if (one.act === 'propose') {
    const decision = decideProposal(state, one);
    if (!('placed' in decision)) return chain;
    const { from, order, amends } = decision.placed;
    const { to, effective, termEnds } = one;
    return [
      ...amended(chain, amends),
      { id, from, to, effective, order, termEnds, fulfilled: one.fulfilment !== null },
    ];
  }
  const step = chain[one.nth % Math.max(chain.length, 1)];
  if (step === undefined) return chain;
  const others = chain.filter((other) => other !== step);
  if (one.act === 'retract') {
    const decision = decideRetraction(state, step.id);
    return 'amends' in decision ? amended(others, decision.amends) : chain;
  }
  const decision = decideCorrection(state, step.id, one);
  if (!('placed' in decision)) return chain;
  const { from, order, amends } = decision.placed;
  const { to, effective } = one;
  return [...amended(others, amends), { ...step, from, to, effective, order, fulfilled: one.fulfilment !== null }];
}

describe('any sequence of accepted acts', () => {
  it('leaves a lawful chain after each of them, however their dates fall', () => {
    expect(checkLifecycle(lifecycle)).toEqual([]);
    const accepted = { propose: 0, correct: 0, retract: 0 };
    let late = 0;
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 25 }), (acts) => {
        let chain: readonly Step[] = [];
        for (const [n, one] of acts.entries()) {
          const next = record(chain, one, `s${n}`);
          if (next === chain) continue;
          accepted[one.act] += 1;
          const ordered = orderChain(next);
          if (one.act === 'propose' && ordered.at(-1)!.id !== `s${n}`) late += 1;
          expect(checkChain(lifecycle, ordered)).toEqual([]);
          expect(ordered).toEqual(relink(ordered));
          for (const { order } of next) expect(Number.isInteger(order)).toBe(true);
          expect(new Set(next.map(({ effective, order }) => `${effective.edtf} ${order}`)).size).toBe(next.length);
          chain = next;
        }
      }),
      { numRuns: 1500 },
    );
    // The property says something only if each kind of act, and late steps, did occur.
    for (const count of [...Object.values(accepted), late]) expect(count).toBeGreaterThan(20);
  });

  it('asks the same answer of whatever order the chain is given in', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 15 }), to, effective, (acts, target, when) => {
        const chain = acts.reduce((now: readonly Step[], one, n) => record(now, one, `s${n}`), []);
        const decide = (steps: readonly Step[]) =>
          decideProposal(
            { lifecycle, chain: steps, conditions: [], foundingDays: [], reached: () => 0 },
            { to: target, effective: when },
          );
        expect(decide([...chain].reverse())).toEqual(decide(chain));
      }),
    );
  });
});
