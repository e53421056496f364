import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Day, dayAfter, daysInMonth, FIRST_DAY, isDay, LAST_DAY } from './day.js';

describe('day', () => {
  it.each(['0001-01-01', '9999-12-31', '2024-02-29', '2000-02-29', '0004-02-29', '2023-04-30'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '0100-02-29',
    '2023-02-30',
    '2023-04-31',
    '2023-00-10',
    '2023-13-01',
    '2023-01-00',
    '0000-01-01',
    '10000-01-01',
    ' 2023-01-01',
    '2023-01-01\n',
    '2023-1-1',
    '2023-01',
    '٢٠٢٣-01-01',
    '',
  ])('%j does not', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('knows the length of each month and of none other', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2023, month))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect([2024, 2000, 1900, 2100].map((year) => daysInMonth(year, 2))).toEqual([29, 29, 28, 28]);
    expect([daysInMonth(2023, 0), daysInMonth(2023, 13)]).toEqual([0, 0]);
  });

  it('counts on over the ends of months, years and of what can be recorded', () => {
    const after = (day: string) => dayAfter(day as Day);
    expect(after('2023-07-02')).toBe('2023-07-03');
    expect(after('2023-02-28')).toBe('2023-03-01');
    expect(after('2024-02-28')).toBe('2024-02-29');
    expect(after('2023-12-31')).toBe('2024-01-01');
    expect(after('0009-12-31')).toBe('0010-01-01');
    expect(after(FIRST_DAY)).toBe('0001-01-02');
    expect(after(LAST_DAY)).toBeNull();
  });

  it('agrees with UTC arithmetic of the platform on every day', () => {
    const first = Date.parse('0001-01-01T00:00:00.000Z') / 86_400_000;
    const last = Date.parse('9999-12-30T00:00:00.000Z') / 86_400_000;
    const dayOfNumber = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (number) => {
        const day = dayOfNumber(number);
        expect(isDay(day)).toBe(true);
        expect(dayAfter(day as Day)).toBe(dayOfNumber(number + 1));
      }),
    );
  });
});
