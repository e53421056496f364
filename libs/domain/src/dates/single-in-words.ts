import type { Day } from './day.js';
import type { Case, Phrases } from './phrases.js';
import type { SingleDate } from './single-date.js';

/** Words of one date without its qualifier, in the case in which it will stand. */
export function singleInWords(date: SingleDate, phrases: Phrases, form: Case): string {
  const { precision, unspecified, earliest, latest } = date;
  if (precision === 'season') return seasonInWords(earliest, latest, phrases);
  if (precision === 'decade' || precision === 'century') return phrases.years(yearOf(earliest), yearOf(latest), form);
  if (!unspecified) return unitInWords(earliest, precision, phrases, form);
  const unit = unitInWords(earliest, precision, phrases, 'governed');
  return date.plain.endsWith('-XX') && date.plain.length === 7
    ? phrases.someMonthOf(unit, form)
    : phrases.someDayOf(unit, form);
}

/** Words of the day, the month or the year in which `day` lies. */
export function unitInWords(day: Day, unit: 'day' | 'month' | 'year', phrases: Phrases, form: Case): string {
  if (unit === 'year') return phrases.year(yearOf(day), form);
  const month = `${monthName(day, phrases, unit === 'day' ? 'governed' : form)} ${phrases.year(yearOf(day), 'governed')}`;
  return unit === 'day' ? `${dayNumber(day)} ${month}` : month;
}

/** Words of the first of two days or months, without what the second says again: "13" of "13 to 14 April 2023". */
export function shortenedInWords(first: Day, second: Day, unit: 'day' | 'month', phrases: Phrases): string {
  const month = monthName(first, phrases, 'governed');
  if (yearOf(first) !== yearOf(second) || first === second) return unitInWords(first, unit, phrases, 'governed');
  if (unit === 'month') return month;
  return first.slice(0, 7) === second.slice(0, 7) ? dayNumber(first) : `${dayNumber(first)} ${month}`;
}

/** A season with the months it was understood to cover, since "winter 2023" means different months to different people. */
function seasonInWords(earliest: Day, latest: Day, phrases: Phrases): string {
  const name = phrases.seasons[Number(earliest.slice(5, 7)) / 3 - 1]!;
  const months = phrases.bare(
    shortenedInWords(earliest, latest, 'month', phrases),
    unitInWords(latest, 'month', phrases, 'governed'),
  );
  return `${name} ${phrases.year(yearOf(earliest), 'governed')} (${months})`;
}

const yearOf = (day: Day) => String(Number(day.slice(0, 4)));
const dayNumber = (day: Day) => String(Number(day.slice(8)));

/** Name of the month from Intl, formatted on UTC. Beside a day Ukrainian puts it into the genitive. */
function monthName(day: Day, phrases: Phrases, form: Case): string {
  const format = new Intl.DateTimeFormat(phrases.locale, {
    timeZone: 'UTC',
    month: 'long',
    ...(form === 'governed' && { day: 'numeric' }),
  });
  const parts = format.formatToParts(new Date(`${day}T00:00:00.000Z`));
  return parts.find((part) => part.type === 'month')!.value;
}
