import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Day, isDay } from './day.js';
import { parseEdtf, readDate } from './edtf.js';
import { readInstant } from './instant.js';
import { dateInWords } from './date-in-words.js';
import { compareSpans, type Extent } from './span.js';
import { sortKey } from './sort-key.js';

const someDay = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);
const somePlainDate = fc
  .tuple(someDay, fc.constantFrom('day', 'month', 'year', 'decade', 'century', '-XX', '-XX-XX', 'dXX', 'season'))
  .map(([day, form]) => {
    const year = day.slice(0, 4) < '0100' ? `2${day.slice(1, 4)}` : day.slice(0, 4);
    const forms: Record<string, string> = {
      month: day.slice(0, 7),
      year,
      decade: `${year.slice(0, 3)}X`,
      century: `${year.slice(0, 2)}XX`,
      '-XX': `${year}-XX`,
      '-XX-XX': `${year}-XX-XX`,
      dXX: `${day.slice(0, 7)}-XX`,
      season: `${year}-${21 + (Number(day.slice(8)) % 3)}`,
    };
    return forms[form] ?? day;
  });
const someDate = fc.tuple(somePlainDate, fc.constantFrom('', '', '?', '~', '%')).map(([date, flag]) => date + flag);
const isBound = (date: string) => !/^.{4}-2[1-4]/.test(date);
const someBound = someDate.filter(isBound);
const someDateText = fc.oneof(
  someDate,
  fc.tuple(someBound, someBound).map(([a, b]) => `${a}/${b}`),
  fc.tuple(someBound, fc.constantFrom('', '..')).map(([a, b]) => `${a}/${b}`),
  fc.tuple(fc.constantFrom('', '..'), someBound).map(([a, b]) => `${a}/${b}`),
);
const spanOf = (text: string) => readDate(text, text.includes('/') ? 'within' : null).span;

describe('laws', () => {
  it('earliest is never after latest, both are days, and the text stays as it was', () => {
    fc.assert(
      fc.property(someDateText, fc.constantFrom<Extent>('within', 'throughout'), (text, extent) => {
        const { span, faults } = readDate(text, text.includes('/') ? extent : null);
        if (faults) {
          expect(faults.map((fault) => fault.code)).toEqual(['end-before-begin']);
          return;
        }
        expect(span.edtf).toBe(text);
        for (const day of [span.earliest, span.latest]) expect(day === null || isDay(day)).toBe(true);
        if (span.earliest !== null && span.latest !== null) expect(span.earliest <= span.latest).toBe(true);
        expect(span.earliest === null && span.latest === null).toBe(false);
      }),
    );
  });

  it('flags never change the bounds', () => {
    const flag = fc.constantFrom('?', '~', '%');
    fc.assert(
      fc.property(somePlainDate, flag, (text, mark) => {
        const { uncertain, approximate, edtf, ...plain } = parseEdtf(text);
        expect(parseEdtf(text + mark)).toMatchObject(plain);
        expect([uncertain, approximate, edtf]).toEqual([false, false, text]);
      }),
    );
  });

  it('a day inside a date of coarser precision lies inside its bounds', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        for (const text of [
          day,
          day.slice(0, 7),
          day.slice(0, 4),
          `${day.slice(0, 7)}-XX`,
          `${day.slice(0, 4)}-XX-XX`,
        ]) {
          const { earliest, latest } = parseEdtf(text);
          expect(earliest! <= day && day <= latest!).toBe(true);
        }
      }),
    );
  });

  it('any text whatever is read or refused, never thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9X?~%/.-]{0,25}$/)), (text) => {
        expect(Object.keys(readDate(text, 'within'))).toHaveLength(1);
      }),
    );
  });
});

describe('beside the other parser', () => {
  // Its known defects are left out: it has no bounds for unknown or open beginnings, refuses an end inside the first
  // bound, flags on unspecified digits and most unspecified bounds, and gives seasons the quarters of the year.
  const plainBound = someBound.filter((date) => !date.includes('X'));
  const text = fc.oneof(
    someBound.filter((date) => !/X.*[?~%]/.test(date)),
    fc.tuple(plainBound, plainBound).map(([a, b]) => `${a}/${b}`),
  );

  it('gives the same days', async () => {
    // It ships no types; what is used of it stands here.
    const name: string = 'edtf';
    const { default: edtf } = (await import(name)) as { default: (text: string) => { min: number; max: number } };
    const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);
    let compared = 0;
    fc.assert(
      fc.property(text, (date) => {
        const span = spanOf(date);
        if (!span || (date.includes('/') && !isInOrder(date))) return;
        const theirs = edtf(date);
        expect([span.earliest, span.latest]).toEqual([dayOf(theirs.min), dayOf(theirs.max)]);
        compared += 1;
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  const isInOrder = (interval: string) => {
    const [a, b] = interval.split('/').map((side) => spanOf(side)!);
    return a!.latest! < b!.earliest!;
  };
});

describe('time zones', () => {
  it('take no part: nothing asks the clock of the place or the present', () => {
    const Platform = globalThis.Date;
    class Guarded extends Platform {
      constructor(...args: (string | number)[]) {
        const moment = args[0]!;
        const hasZone = typeof moment === 'number' || /(Z|[+-]\d\d:\d\d)$/.test(moment);
        if (args.length !== 1 || !hasZone) {
          throw new Error(`a local or present time was asked for: ${String(args)}`);
        }
        super(moment);
      }
      static override now(): number {
        throw new Error('the present was asked for');
      }
    }
    const local = [
      'getFullYear',
      'getMonth',
      'getDate',
      'getDay',
      'getHours',
      'getMinutes',
      'getTimezoneOffset',
    ] as const;
    for (const name of local) {
      Object.defineProperty(Guarded.prototype, name, {
        value: () => {
          throw new Error(`${name} asks for local time`);
        },
      });
    }
    globalThis.Date = Guarded as unknown as DateConstructor;
    try {
      expect(() => new Date(2023, 1, 1)).toThrow('local');
      expect(() => new Date('2023-01-01T00:00:00')).toThrow('local');
      expect(dateInWords(parseEdtf('2023-03-01'), 'en')).toBe('1 March 2023');
      expect(dateInWords(parseEdtf('2023-03/2024-01', 'within'), 'uk')).toContain('березня 2023');
      expect(parseEdtf('2024-24').latest).toBe('2025-02-28');
      expect(readInstant('2023-03-01T00:30:00+01:00')).toBe('2023-02-28T23:30:00.000Z');
    } finally {
      globalThis.Date = Platform;
    }
  });
});

describe('order', () => {
  const sign = (number: number) => Math.sign(number);
  const span = someDateText.map((text) => spanOf(text)).filter((read) => read !== undefined);

  it('is total, and the sort key is its first part', () => {
    fc.assert(
      fc.property(span, span, span, (a, b, c) => {
        expect(sign(compareSpans(a, b))).toBe(-sign(compareSpans(b, a)) + 0);
        if (compareSpans(a, b) <= 0 && compareSpans(b, c) <= 0) expect(compareSpans(a, c)).toBeLessThanOrEqual(0);
        if (sortKey(a) < sortKey(b)) expect(compareSpans(a, b)).toBeLessThan(0);
        expect(compareSpans(a, b) === 0).toBe(a.edtf === b.edtf);
      }),
    );
  });

  it('has words for every date in every language', () => {
    fc.assert(
      fc.property(span, (some) => {
        for (const language of ['en', 'nl', 'uk'] as const) {
          expect(dateInWords(some, language)).toMatch(/\d/);
          expect(dateInWords(some, language)).not.toMatch(/undefined|null|NaN| {2}|^ | $/);
        }
      }),
    );
  });
});
