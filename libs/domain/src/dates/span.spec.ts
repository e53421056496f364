import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../errors.js';
import type { Day } from './day.js';
import { readDate } from './edtf.js';
import { isOrderKey, sortKey, UNPLACED } from './sort-key.js';
import { certainlyBefore, compareSpans, overlaps } from './span.js';

const span = (text: string) => readDate(text, text.includes('/') ? 'within' : null).span!;

describe('overlaps', () => {
  const touches = (text: string, from: string | null, to: string | null) =>
    overlaps(span(text), from as Day | null, to as Day | null);

  it('counts both ends in', () => {
    expect(touches('2023-03', '2023-03-31', '2023-04-30')).toBe(true);
    expect(touches('2023-03', '2023-04-01', '2023-04-30')).toBe(false);
    expect(touches('2023-03', '2023-02-01', '2023-03-01')).toBe(true);
    expect(touches('2023-03', '2023-02-01', '2023-02-28')).toBe(false);
    expect(touches('2023-03', '2023-03-10', '2023-03-10')).toBe(true);
  });

  it('takes null for no limit', () => {
    expect(touches('2023-03', null, null)).toBe(true);
    expect(touches('2023-03', null, '2023-02-28')).toBe(false);
    expect(touches('2023-03', '2023-04-01', null)).toBe(false);
  });

  it('lets unknown and open bounds reach without limit', () => {
    expect(touches('2023-03/', '2030-01-01', null)).toBe(true);
    expect(touches('2023-03/..', '2030-01-01', '2030-12-31')).toBe(true);
    expect(touches('2023-03/', null, '2023-02-28')).toBe(false);
    expect(touches('../2023-03', '1991-08-24', '1991-08-24')).toBe(true);
    expect(touches('/2023-03', '2023-04-01', null)).toBe(false);
  });
});

describe('certainlyBefore', () => {
  it.each([
    ['2023-03-01', '2023-03-02', true],
    ['2023-03-01', '2023-03-01', false],
    ['2023-03', '2023-03-31', false],
    ['2023-03', '2023-04', true],
    ['../2023-03-01', '2023-03-02', true],
    ['2023-03/', '2024', false],
    ['2022', '../2023', false],
  ])('%s before %s: %s', (a, b, expected) => {
    expect(certainlyBefore(span(a), span(b))).toBe(expected);
  });
});

describe('order', () => {
  // Each stands before the next.
  const ordered = [
    ...['2022', '2022-12-31', '../2023-01-01', '/2023-01-01', '2023-01-01', '2023-01', '2023', '2023?', '2023/2024'],
    ...['2023-01-01/', '2023-01-01/..', '2023-01-02', '../2023-07-02', '2023-07-02', '2024'],
  ];

  it('is by earliest day, then by latest, unknown beginnings at their end', () => {
    for (const [index, text] of ordered.entries()) {
      expect(compareSpans(span(text), span(text))).toBe(0);
      for (const later of ordered.slice(index + 1)) {
        expect(compareSpans(span(text), span(later))).toBeLessThan(0);
        expect(compareSpans(span(later), span(text))).toBeGreaterThan(0);
        expect(sortKey(span(text)) <= sortKey(span(later))).toBe(true);
      }
    }
  });

  it('places undated records by their order key, bytewise', () => {
    const keys = [
      sortKey(span('../2023-05-17')),
      sortKey(null, '2023-05-17'),
      sortKey(span('2023-05-17')),
      sortKey(null, '2023-05-17.1'),
      sortKey(null, '2023-05-17.2'),
      sortKey(null, '2023-05-17a'),
      sortKey(span('2023-05-18')),
      sortKey(span('2023-05-18'), 'a'),
      sortKey(span('2023-05-18'), 'b'),
      sortKey(null, 'zz'),
      sortKey(null),
    ];
    expect(keys[0]).toBe('2023-05-17 0 2023-05-17');
    // The undated key of a day stands before what begins on it, also before an upper bound on it.
    const byBytes = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(byBytes).toEqual([keys[1], keys[0], ...keys.slice(2)]);
    expect(sortKey(null, null)).toBe(UNPLACED);
  });

  it('refuses order keys that could sort anywhere', () => {
    for (const key of ['', ' ', '~', '2023/1', 'ключ', 'a\n', 'x'.repeat(33)]) {
      expect(isOrderKey(key)).toBe(false);
      expect(() => sortKey(null, key)).toThrow(Refusal);
    }
    expect(() => sortKey(span('2023'), '~')).toThrow(
      expect.objectContaining({ more: { faults: [expect.objectContaining({ pointer: '/orderKey' })] } }),
    );
    expect(isOrderKey('x'.repeat(32))).toBe(true);
  });
});
