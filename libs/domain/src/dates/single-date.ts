import { isValid } from '@edtf-ts/core';
import { type Day, dayOf, daysInMonth } from './day.js';
import type { Precision } from './span.js';

/** One date without a slash: a day, month, season or year, or one of them with its last digits unspecified. */
export interface SingleDate {
  /** The text without its qualifier. */
  readonly plain: string;
  readonly earliest: Day;
  readonly latest: Day;
  readonly precision: Exclude<Precision, 'interval'>;
  readonly uncertain: boolean;
  readonly approximate: boolean;
  /** X stands in the text: one unit among several is meant, not all of them. */
  readonly unspecified: boolean;
}

// Exactly the forms of levels 0 and 1 with four-digit years: unspecified digits only at the end, whole months and days.
const SHAPE = /^(\d{4}|\d{3}X|\d{2}XX|\d{4}-(?:\d{2}|XX)|\d{4}-\d{2}-(?:\d{2}|XX)|\d{4}-XX-XX)([?~%]?)$/;
const SEASON_BEGINS: Readonly<Record<string, number>> = { '21': 3, '22': 6, '23': 9, '24': 12 };

/**
 * Reads one date; null when the text is none, does not exist in the calendar, or reaches outside the years 0001 to 9999.
 * The parser of @edtf-ts/core judges the calendar; the forms are narrowed before, because it also takes blanks around
 * the text, long and negative years, times of day and half digits such as 2023-02-3X. Bounds are computed here.
 * Seasons are those of the northern hemisphere by whole months; winter begins in December of its year.
 */
export function readSingleDate(text: string): SingleDate | null {
  const [, plain, flag] = SHAPE.exec(text) ?? [];
  if (plain === undefined || !isValid(text, 1)) return null;
  const bounds = boundsOf(plain);
  if (bounds === null) return null;
  return {
    plain,
    ...bounds,
    uncertain: flag === '?' || flag === '%',
    approximate: flag === '~' || flag === '%',
    unspecified: plain.includes('X'),
  };
}

function boundsOf(plain: string): Pick<SingleDate, 'earliest' | 'latest' | 'precision'> | null {
  const [years, month, day] = plain.split('-') as [string, string | undefined, string | undefined];
  const first = Number(years.replaceAll('X', '0'));
  const last = Number(years.replaceAll('X', '9'));
  if (first < 1) return null;
  if (month === undefined || month === 'XX') {
    const precision = first === last ? 'year' : last - first === 9 ? 'decade' : 'century';
    return { earliest: dayOf(first, 1, 1), latest: dayOf(last, 12, 31), precision };
  }
  if (month in SEASON_BEGINS) return seasonOf(first, SEASON_BEGINS[month]!);
  if (day === undefined || day === 'XX') {
    const length = daysInMonth(first, Number(month));
    return {
      earliest: dayOf(first, Number(month), 1),
      latest: dayOf(first, Number(month), length),
      precision: 'month',
    };
  }
  return { earliest: plain as Day, latest: plain as Day, precision: 'day' };
}

function seasonOf(year: number, begins: number): Pick<SingleDate, 'earliest' | 'latest' | 'precision'> | null {
  const endYear = begins === 12 ? year + 1 : year;
  const endMonth = begins === 12 ? 2 : begins + 2;
  if (endYear > 9999) return null;
  const latest = dayOf(endYear, endMonth, daysInMonth(endYear, endMonth));
  return { earliest: dayOf(year, begins, 1), latest, precision: 'season' };
}
