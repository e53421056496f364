import { describe, expect, it } from '@jest/globals';
import { checkLifecycle } from './check-lifecycle.js';
import { stepBetween, stepsFrom } from './lifecycle.js';
import type { Lifecycle, LifecycleStep } from './lifecycle.js';

const status = { en: 'x', nl: 'x', uk: 'x', definition: 'x', order: 0 };
const step = (from: string | null, to: string, more: Partial<LifecycleStep> = {}): LifecycleStep => ({
  from,
  to,
  condition: null,
  evidence: 'A source.',
  ...more,
});

const sound: Lifecycle = {
  slug: 'sound',
  kinds: ['court'],
  initial: 'a',
  entries: ['a', 'b'],
  terminal: ['z'],
  statuses: { a: status, b: status, c: status, z: status },
  steps: [
    step(null, 'a'),
    step(null, 'b'),
    step('a', 'b', { condition: 'Heard.', requirement: 'attested' }),
    step('b', 'c'),
    step('c', 'c'),
    step('any', 'z', { condition: 'Not after c.', requirement: 'before-milestone', milestone: 'c' }),
    step('b', 'z'),
  ],
};

const faultsOf = (change: Partial<Lifecycle>, known?: string[]) =>
  checkLifecycle({ ...sound, ...change }, known).map(({ pointer, code }) => `${pointer} ${code}`);
const withStep = (...more: LifecycleStep[]) => ({ steps: [...sound.steps, ...more] });

describe('checkLifecycle', () => {
  it('finds nothing in a sound lifecycle', () => {
    expect(checkLifecycle(sound)).toEqual([]);
  });

  it.each<[string, Partial<Lifecycle>, string[]]>([
    ['unknown initial', { initial: 'q' }, ['/initial unknown-reference', '/initial contradiction']],
    ['initial that is no entry', { initial: 'c' }, ['/initial contradiction']],
    ['unknown terminal', { terminal: ['z', 'q'] }, ['/terminal/1 unknown-reference']],
    ['unknown entry', { entries: ['a', 'b', 'q'] }, ['/entries/2 unknown-reference', '/entries/2 missing']],
    ['entry without a step', { entries: ['a', 'b', 'c'] }, ['/entries/2 missing']],
    ['step into no entry', withStep(step(null, 'c')), ['/steps/7/to contradiction']],
    ['unknown from', withStep(step('q', 'c')), ['/steps/7/from unknown-reference']],
    ['unknown to', withStep(step('a', 'q')), ['/steps/7/to unknown-reference']],
    ['name of an object’s own', withStep(step('a', 'constructor')), ['/steps/7/to unknown-reference']],
    ['exit from a terminal', withStep(step('z', 'a')), ['/steps/7/from contradiction']],
    ['duplicate', withStep(step('b', 'c')), ['/steps/7 duplicate']],
    ['duplicate entry', withStep(step(null, 'a')), ['/steps/7 duplicate']],
    ['unreachable', { statuses: { ...sound.statuses, 'd/~': status } }, ['/statuses/d~1~0 contradiction']],
    [
      'status called any',
      { ...withStep(step('a', 'any')), statuses: { ...sound.statuses, any: status } },
      ['/statuses/any contradiction'],
    ],
    ['condition alone', withStep(step('a', 'c', { condition: 'X.' })), ['/steps/7/requirement missing']],
    [
      'requirement alone',
      withStep(step('a', 'c', { requirement: 'attested' })),
      ['/steps/7/requirement contradiction'],
    ],
    [
      'unknown requirement',
      withStep(step('a', 'c', { condition: 'X.', requirement: 'luck' })),
      ['/steps/7/requirement not-in-vocabulary'],
    ],
    [
      'no milestone',
      withStep(step('a', 'c', { condition: 'X.', requirement: 'before-milestone' })),
      ['/steps/7/milestone missing'],
    ],
    [
      'unasked, unknown milestone',
      withStep(step('a', 'c', { milestone: 'q' })),
      ['/steps/7/milestone contradiction', '/steps/7/milestone unknown-reference'],
    ],
    [
      'no entries',
      { entries: [], steps: [step('a', 'b'), step('any', 'z')] },
      [
        '/entries missing',
        '/statuses/a contradiction',
        '/statuses/b contradiction',
        '/statuses/c contradiction',
        '/statuses/z contradiction',
      ],
    ],
  ])('names %s', (_, change, expected) => {
    expect(faultsOf(change)).toEqual(expected);
  });

  it('names all faults at once', () => {
    expect(faultsOf({ initial: 'q', ...withStep(step('q', 'c'), step('z', 'a')) })).toHaveLength(4);
  });

  it('asks only for the requirements that it is told of', () => {
    expect(faultsOf({}, ['before-milestone'])).toEqual(['/steps/2/requirement not-in-vocabulary']);
  });

  it('does not reach a status by any step from terminal statuses alone', () => {
    const lifecycle = { ...sound, initial: 'z', entries: ['z'], steps: [step(null, 'z'), step('any', 'a')] };
    expect(checkLifecycle(lifecycle).map(({ pointer }) => pointer)).toEqual([
      '/statuses/a',
      '/statuses/b',
      '/statuses/c',
    ]);
  });
});

describe('stepsFrom', () => {
  it('lists named steps and any steps, the named one first', () => {
    expect(stepsFrom(sound, 'a').map(({ from, to }) => [from, to])).toEqual([
      ['a', 'b'],
      ['any', 'z'],
    ]);
    expect(stepBetween(sound, 'b', 'z')?.from).toBe('b');
    expect(stepBetween(sound, 'c', 'z')?.from).toBe('any');
  });

  it('lists the entries from nothing, and nothing from a terminal or unknown status', () => {
    expect(stepsFrom(sound, null).map(({ to }) => to)).toEqual(['a', 'b']);
    expect(stepsFrom(sound, 'z')).toEqual([]);
    expect(stepsFrom(sound, 'toString')).toEqual([]);
  });
});
