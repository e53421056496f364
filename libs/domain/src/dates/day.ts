declare const dayBrand: unique symbol;

/** A calendar day of the proleptic Gregorian calendar, 'YYYY-MM-DD', from 0001-01-01 to 9999-12-31. Such texts sort
 *  bytewise in order of time, which is what every comparison of days in this room rests on. */
export type Day = string & { readonly [dayBrand]: true };

/** The first and the last day that can be recorded. */
export const FIRST_DAY = '0001-01-01' as Day;
/** The last day that the record knows: 31 December of the year 9999. */
export const LAST_DAY = '9999-12-31' as Day;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days in a month: `month` from 1 to 12; 0 for a month that does not exist. Leap years by the Gregorian rule. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0);
}

/** Whether the text is a day that exists: '2024-02-29' is, '2023-02-30', '0000-01-01' and ' 2023-01-01' are not. */
export function isDay(text: string): text is Day {
  const [, year, month, day] = (DAY.exec(text) ?? []).map(Number);
  return year! >= 1 && day! >= 1 && day! <= daysInMonth(year!, month!);
}

/** The day of year, month (1 to 12) and day as numbers, without a check that it exists. */
export function dayOf(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as Day;
}

/** The day after; null after 9999-12-31, which has none. No clock and no time zone take part. */
export function dayAfter(day: Day): Day | null {
  const [year, month, number] = day.split('-').map(Number) as [number, number, number];
  if (number < daysInMonth(year, month)) return dayOf(year, month, number + 1);
  if (month < 12) return dayOf(year, month + 1, 1);
  return year < 9999 ? dayOf(year + 1, 1, 1) : null;
}

const pad = (number: number) => String(number).padStart(2, '0');
