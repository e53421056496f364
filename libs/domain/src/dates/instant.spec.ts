import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isInstant, readInstant, utcDay } from './instant.js';

describe('instant', () => {
  it.each(['2026-11-23T09:30:00.000Z', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])('%s is one', (text) => {
    expect(isInstant(text)).toBe(true);
    expect(readInstant(text)).toBe(text);
  });

  it.each([
    '2026-11-23T09:30:00Z',
    '2026-11-23T09:30:00.000+00:00',
    '2026-11-23T24:00:00.000Z',
    '2026-11-23T09:60:00.000Z',
    '2026-11-23T23:59:60.000Z',
    '2026-02-29T09:30:00.000Z',
    '0000-12-31T09:30:00.000Z',
    '+010000-01-01T00:00:00.000Z',
    '2026-11-23t09:30:00.000z',
    '2026-11-23T09:30:00.000Z\n',
    '2026-11-23',
  ])('%j is none', (text) => {
    expect(isInstant(text)).toBe(false);
    expect(() => utcDay(text)).toThrow(RangeError);
  });

  it.each([
    ['2026-11-23T09:30:00Z', '2026-11-23T09:30:00.000Z'],
    ['2026-11-23t09:30:00.5z', '2026-11-23T09:30:00.500Z'],
    ['2026-11-23T01:30:00+02:00', '2026-11-22T23:30:00.000Z'],
    ['2026-11-23T23:30:00.1239-11:30', '2026-11-24T11:00:00.123Z'],
    ['2026-11-23T09:30:00.999999999Z', '2026-11-23T09:30:00.999Z'],
    ['2026-11-23T09:30:00-00:00', '2026-11-23T09:30:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(readInstant(text)).toBe(instant);
  });

  it.each([
    '2026-11-23T09:30:00',
    '2026-11-23 09:30:00Z',
    '2026-11-23T23:59:60Z',
    '2026-11-23T09:30:00+24:00',
    '2026-11-23T09:30:00+02:60',
    '2026-11-23T09:30:00.Z',
    '2026-02-30T09:30:00Z',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    'now',
    '',
  ])('does not read %j', (text) => {
    expect(readInstant(text)).toBeNull();
  });

  it('gives the UTC day', () => {
    expect(utcDay(readInstant('2026-11-23T01:30:00+02:00')!)).toBe('2026-11-22');
  });

  it('reads back whatever the platform writes', () => {
    const range = { min: new Date('0001-01-01T00:00:00.000Z'), max: new Date('9999-12-31T23:59:59.999Z') };
    fc.assert(
      fc.property(fc.date({ ...range, noInvalidDate: true }), (date) => {
        expect(readInstant(date.toISOString())).toBe(date.toISOString());
        expect(utcDay(date.toISOString())).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });
});
