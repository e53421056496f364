import { describe, expect, it } from '@jest/globals';
import type { Span, Step } from './chain.js';
import { REQUIREMENT_IDS } from './lifecycle.js';
import { requirementReasons, REQUIREMENTS } from './requirements.js';
import type { ConditionNow, Situation } from './requirements.js';

const span = (earliest: string | null, latest = earliest): Span => ({ edtf: earliest ?? '', earliest, latest });
const step = (to: string, day: string, termEnds?: string | null): Step => ({
  ...{ id: to, from: null, to, effective: span(day), order: 0, termEnds },
});
const cited = { text: 'Shown.', cited: 1 };
const condition = (id: string, more: Partial<ConditionNow> = {}): ConditionNow => ({
  ...{ id, slug: `slug-${id}`, holder: 'mechanism', bearsOn: 'status:x', status: 'met', text: `Text of ${id}.` },
  ...more,
});

/** Reasons by code, for a step to x on 2023-07-03 with the requirement named. */
function reasons(requirement: string | null, more: Partial<Situation> = {}, milestone: string | null = null) {
  const condition = requirement === null ? null : 'The rule.';
  return requirementReasons({
    rule: { from: 'a', to: 'x', condition, requirement, milestone, evidence: 'A source.' },
    ...{ chain: [], conditions: [], foundingDays: [], reached: () => 0 },
    ...{ stepId: null, to: 'x', effective: span('2023-07-03'), fulfilment: cited },
    ...more,
  });
}
const codes = (...args: Parameters<typeof reasons>) => reasons(...args).map(({ code }) => code);

describe('requirements', () => {
  it('are the closed list, and none where the step names none', () => {
    expect(Object.keys(REQUIREMENTS).sort()).toEqual([...REQUIREMENT_IDS].sort());
    expect(reasons(null, { fulfilment: null })).toEqual([]);
    expect(() => reasons('luck')).toThrow('unknown requirement luck');
    expect(() => reasons('constructor')).toThrow('unknown requirement');
  });

  it.each(REQUIREMENT_IDS)('%s wants the fulfilment said, with a citation', (requirement) => {
    const codes = (r: string, more?: Partial<Situation>) => reasons(r, more, 'm').map(({ code }) => code);
    expect(codes(requirement, { fulfilment: null })).toContain('fulfilment-missing');
    expect(codes(requirement, { fulfilment: undefined })).toContain('fulfilment-missing');
    expect(codes(requirement, { fulfilment: { text: '  ', cited: 2 } })).toContain('fulfilment-missing');
    expect(codes(requirement, { fulfilment: { text: 'Said.', cited: 0 } })).toContain('fulfilment-uncited');
    expect(codes(requirement)).not.toContain('fulfilment-missing');
    expect(codes(requirement)).not.toContain('fulfilment-uncited');
  });

  it('asks for the fulfilment even where a faulty lifecycle has no words for the condition', () => {
    const rule = { from: 'a', to: 'x', condition: null, requirement: 'attested', evidence: 'A source.' };
    expect(reasons('attested', { rule, fulfilment: null })).toMatchObject([{ code: 'fulfilment-missing', words: '' }]);
  });

  it('names requirement, words, target and step', () => {
    expect(reasons('attested', { fulfilment: null, stepId: 's1' })).toEqual([
      { code: 'fulfilment-missing', requirement: 'attested', words: 'The rule.', to: 'x', step: 's1' },
    ]);
  });
});

describe('attested', () => {
  it('takes cited words, or conditions of this step recorded as met or waived', () => {
    expect(reasons('attested')).toEqual([]);
    const conditions = [condition('1'), condition('2', { status: 'waived' })];
    expect(reasons('attested', { conditions, fulfilment: { cited: 0, conditions: ['1', '2', '1'] } })).toEqual([]);
  });

  it('refuses pointing at what is not recorded as met, not there, or not its own, cited words or not', () => {
    const conditions = [
      condition('open', { status: 'open' }),
      condition('dutch', { holder: 'NL', bearsOn: 'support' }),
      condition('other', { bearsOn: 'status:y', status: 'failed' }),
    ];
    const fulfilment = { ...cited, conditions: ['open', 'dutch', 'other', 'none', 'none'] };
    expect(
      reasons('attested', { conditions, fulfilment }).map((r) => [r.code, 'condition' in r && r.condition]),
    ).toEqual([
      ['condition-not-recorded-as-met', 'open'],
      ['condition-elsewhere', 'dutch'],
      ['condition-not-recorded-as-met', 'other'],
      ['condition-elsewhere', 'other'],
      ['condition-not-recorded-as-met', 'none'],
    ]);
    expect(reasons('attested', { fulfilment: { cited: 0, conditions: ['none'] } })).toEqual([
      { ...{ code: 'condition-not-recorded-as-met', condition: 'none', slug: null, text: null }, to: 'x', step: null },
    ]);
  });
});

describe('conditions-met', () => {
  const threshold = { count: 25, act: 'ratified' };

  it('wants at least one own condition for the target', () => {
    const conditions = [condition('1', { holder: 'NL' }), condition('2', { bearsOn: 'status:y' })];
    expect(codes('conditions-met', { conditions })).toEqual(['no-condition-recorded']);
  });

  it('wants every one met or waived', () => {
    const conditions = [condition('1'), condition('2', { status: 'waived' })];
    expect(codes('conditions-met', { conditions })).toEqual([]);
    const more = [...conditions, condition('3', { status: 'open' }), condition('4', { status: 'failed' })];
    expect(reasons('conditions-met', { conditions: more }).map((r) => [r.code, 'status' in r && r.status])).toEqual([
      ['condition-open', 'open'],
      ['condition-open', 'failed'],
    ]);
  });

  it('counts a threshold as met only when its number is reached, unless waived', () => {
    const met = [condition('1', { threshold })];
    const reached = (act: string) => (act === 'ratified' ? 24 : 100);
    expect(reasons('conditions-met', { conditions: met, reached })).toEqual([
      {
        ...{ code: 'threshold-not-reached', act: 'ratified', count: 25, reached: 24 },
        ...{ condition: '1', slug: 'slug-1', text: 'Text of 1.', to: 'x', step: null },
      },
    ]);
    expect(codes('conditions-met', { conditions: met, reached: () => 25 })).toEqual([]);
    expect(codes('conditions-met', { conditions: [condition('1', { threshold, status: 'waived' })] })).toEqual([]);
    const open = [condition('1', { threshold, status: 'open' })];
    expect(codes('conditions-met', { conditions: open })).toEqual(['condition-open', 'threshold-not-reached']);
    expect(codes('conditions-met', { conditions: open, reached: () => 25 })).toEqual(['condition-open']);
  });
});

describe('threshold-reached', () => {
  it('wants a counted condition, and its number', () => {
    const counted = condition('1', { status: 'open', threshold: { count: 3, act: 'ratified' } });
    expect(codes('threshold-reached', { conditions: [condition('2', { threshold: null })] })).toEqual([
      'no-threshold-recorded',
    ]);
    expect(codes('threshold-reached', { conditions: [counted], reached: () => 2 })).toEqual(['threshold-not-reached']);
    expect(codes('threshold-reached', { conditions: [counted], reached: () => 3 })).toEqual([]);
  });
});

describe('within-term', () => {
  const term = (ends: string | null | undefined) => [
    step('z', '2020-01-01', '2030-01-01'),
    step('a', '2022-01-01', ends),
  ];
  const pointing = { cited: 0, conditions: ['1'] };

  it('accepts a decision no later than the end of the term of the step before', () => {
    expect(codes('within-term', { chain: term('2023-07-03') })).toEqual([]);
    const conditions = [condition('1')];
    expect(codes('within-term', { chain: term('2023-07-03'), conditions, fulfilment: pointing })).toEqual([]);
  });

  it('refuses a later one, whatever is said', () => {
    expect(reasons('within-term', { chain: term('2023-07-02') })).toEqual([
      { code: 'term-lapsed', termEnds: '2023-07-02', effective: '2023-07-03', to: 'x', step: null },
    ]);
  });

  it.each([null, undefined])('wants cited words where the end of the term is %s', (ends) => {
    expect(codes('within-term', { chain: term(ends) })).toEqual([]);
    expect(codes('within-term', { chain: term(ends), fulfilment: null })).toEqual([
      'fulfilment-missing',
      'term-not-shown',
    ]);
    expect(codes('within-term', { chain: term(ends), conditions: [condition('1')], fulfilment: pointing })).toEqual([
      'term-not-shown',
    ]);
    const uncited = { text: 'Said.', cited: 0 };
    expect(codes('within-term', { chain: term(ends), fulfilment: uncited })).toEqual([
      'fulfilment-uncited',
      'term-not-shown',
    ]);
  });

  it.each([
    ['a month around the end', span('2023-07-01', '2023-07-31')],
    ['no latest day', span('2023-07-01', null)],
    ['no earliest day', span(null, '2023-07-31')],
    ['no date', span(null)],
  ])('wants cited words for %s', (_, effective) => {
    expect(codes('within-term', { chain: term('2023-07-15'), effective })).toEqual([]);
    expect(reasons('within-term', { chain: term('2023-07-15'), effective, fulfilment: null })).toContainEqual({
      ...{ code: 'term-not-shown', termEnds: '2023-07-15', effective: effective.edtf, to: 'x', step: null },
    });
  });
});

describe('same-day-start', () => {
  it('wants a founding on exactly that day', () => {
    expect(codes('same-day-start', { foundingDays: [span('2022-01-01'), span('2023-07-03')] })).toEqual([]);
    for (const foundingDays of [
      [],
      [span('2023-07-02')],
      [span('2023-07-03', '2023-07-04')],
      [span('2023-07-02', '2023-07-03')],
    ])
      expect(codes('same-day-start', { foundingDays })).toEqual(['no-founding-that-day']);
  });

  it.each([span('2023-07-01', '2023-07-31'), span(null)])(
    'does not take two dates of the same imprecision for one day',
    (effective) => {
      expect(codes('same-day-start', { effective, foundingDays: [effective] })).toEqual(['no-founding-that-day']);
    },
  );
});

describe('before-milestone', () => {
  it('wants that the milestone never was', () => {
    const chain = [step('a', '2022-01-01'), step('m', '2022-02-01'), step('b', '2022-03-01')];
    expect(codes('before-milestone', { chain }, 'other')).toEqual([]);
    expect(reasons('before-milestone', { chain }, 'm')).toEqual([
      { code: 'milestone-reached', milestone: 'm', since: '2022-02-01', to: 'x', step: null },
    ]);
  });

  it('does not count as fulfilled where a faulty lifecycle names no milestone', () => {
    expect(() => reasons('before-milestone')).toThrow('without a milestone');
  });
});
