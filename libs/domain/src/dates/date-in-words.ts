import { dayAfter } from './day.js';
import { type Side, sidesOf } from './edtf.js';
import { type Case, type DateLanguage, type Phrases, PHRASES } from './phrases.js';
import type { SingleDate } from './single-date.js';
import { shortenedInWords, singleInWords, unitInWords } from './single-in-words.js';
import type { DateSpan } from './span.js';

/** What the machine understood, in words: "some time within 13 to 14 April 2023", "2022, uncertain", "before 3 July
 *  2023", "from April 2023, end unknown". `span` comes from `readDate` or `parseEdtf`. */
export function dateInWords(span: DateSpan, language: DateLanguage): string {
  const phrases = PHRASES[language];
  const [begin, end] = sidesOf(span.edtf)!;
  if (begin === end) {
    const flags = flagsInWords(begin.single!, phrases);
    const words = singleInWords(begin.single!, phrases, 'alone');
    return flags === null ? words : `${words}, ${flags}`;
  }
  if (begin.single !== null && end.single !== null) {
    const words = [firstInWords(begin.single, end.single, phrases), flaggedInWords(end.single, phrases)] as const;
    return span.extent === 'within' ? phrases.within(...words) : phrases.fromTo(...words);
  }
  return halfInWords(begin, end, span, phrases);
}

/** An interval with one known bound. An open beginning reads "before" the next day, month or year, unless the source
 *  says that all of the time is meant. */
function halfInWords(begin: Side, end: Side, span: DateSpan, phrases: Phrases): string {
  const sometime = span.extent === 'within' ? `${phrases.someTime} ` : '';
  if (begin.single !== null) {
    const state = end.bound === 'open' ? phrases.endOpen : phrases.endUnknown;
    return `${sometime}${phrases.from(flaggedInWords(begin.single, phrases))}, ${state}`;
  }
  const last = end.single!;
  const next = dayAfter(last.latest);
  if (begin.bound === 'open' && span.extent !== 'throughout' && next !== null) {
    const unit = last.precision === 'day' || last.precision === 'month' ? last.precision : 'year';
    return `${sometime}${phrases.before(withFlags(unitInWords(next, unit, phrases, 'governed'), last, phrases))}`;
  }
  const state = begin.bound === 'open' ? phrases.beginOpen : phrases.beginUnknown;
  return `${sometime}${phrases.until(flaggedInWords(last, phrases))}, ${state}`;
}

/** The first of two bounds, shortened when both are plain days or plain months. */
function firstInWords(first: SingleDate, second: SingleDate, phrases: Phrases): string {
  const { precision } = first;
  const isPlain = [first, second].every((date) => !date.unspecified && !date.uncertain && !date.approximate);
  return isPlain && precision === second.precision && (precision === 'day' || precision === 'month')
    ? shortenedInWords(first.earliest, second.earliest, precision, phrases)
    : flaggedInWords(first, phrases);
}

const flaggedInWords = (date: SingleDate, phrases: Phrases, form: Case = 'governed') =>
  withFlags(singleInWords(date, phrases, form), date, phrases);

function withFlags(words: string, date: SingleDate, phrases: Phrases): string {
  const flags = flagsInWords(date, phrases);
  return flags === null ? words : `${words} (${flags})`;
}

function flagsInWords(date: SingleDate, phrases: Phrases): string | null {
  const flags = [date.uncertain && phrases.uncertain, date.approximate && phrases.approximate].filter(Boolean);
  return flags.length === 0 ? null : flags.join(` ${phrases.and} `);
}
