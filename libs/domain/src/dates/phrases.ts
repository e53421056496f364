/** The languages in which a date is put into words. */
export const DATE_LANGUAGES = ['en', 'nl', 'uk'] as const;
export type DateLanguage = (typeof DATE_LANGUAGES)[number];

/** Grammatical case in which a date stands: by itself, or behind a preposition. Only Ukrainian tells them apart. */
export type Case = 'alone' | 'governed';

/** The sentences of one language. `a`, `b` are worded dates; months come from Intl, the rest stands here. */
export interface Phrases {
  readonly locale: string;
  readonly year: (year: string, form: Case) => string;
  readonly years: (first: string, last: string, form: Case) => string;
  readonly someMonthOf: (year: string, form: Case) => string;
  readonly someDayOf: (monthOrYear: string, form: Case) => string;
  /** Spring, summer, autumn, winter. */
  readonly seasons: readonly [string, string, string, string];
  readonly uncertain: string;
  readonly approximate: string;
  readonly and: string;
  readonly fromTo: (a: string, b: string) => string;
  readonly within: (a: string, b: string) => string;
  readonly from: (a: string) => string;
  readonly until: (b: string) => string;
  readonly before: (b: string) => string;
  /** Put in front of an interval with one known bound of which only some moment is meant. */
  readonly someTime: string;
  readonly bare: (a: string, b: string) => string;
  readonly endUnknown: string;
  readonly endOpen: string;
  readonly beginUnknown: string;
  readonly beginOpen: string;
}

const oneOf = (form: Case) => (form === 'alone' ? 'один із' : 'одного з');

/** All sentences about dates, by language. */
export const PHRASES: Readonly<Record<DateLanguage, Phrases>> = {
  en: {
    locale: 'en-GB',
    year: (year) => year,
    years: (first, last) => `a year from ${first} to ${last}`,
    someMonthOf: (year) => `a month of ${year}`,
    someDayOf: (unit) => `a day of ${unit}`,
    seasons: ['spring', 'summer', 'autumn', 'winter'],
    uncertain: 'uncertain',
    approximate: 'approximate',
    and: 'and',
    fromTo: (a, b) => `from ${a} to ${b}`,
    within: (a, b) => `some time within ${a} to ${b}`,
    from: (a) => `from ${a}`,
    until: (b) => `until ${b}`,
    before: (b) => `before ${b}`,
    someTime: 'some time',
    bare: (a, b) => `${a} to ${b}`,
    endUnknown: 'end unknown',
    endOpen: 'end open',
    beginUnknown: 'beginning unknown',
    beginOpen: 'beginning open',
  },
  nl: {
    locale: 'nl',
    year: (year) => year,
    years: (first, last) => `een jaar van ${first} tot en met ${last}`,
    someMonthOf: (year) => `een maand in ${year}`,
    someDayOf: (unit) => `een dag in ${unit}`,
    seasons: ['voorjaar', 'zomer', 'najaar', 'winter'],
    uncertain: 'onzeker',
    approximate: 'bij benadering',
    and: 'en',
    fromTo: (a, b) => `van ${a} tot en met ${b}`,
    within: (a, b) => `op enig moment van ${a} tot en met ${b}`,
    from: (a) => `vanaf ${a}`,
    until: (b) => `tot en met ${b}`,
    before: (b) => `vóór ${b}`,
    someTime: 'op enig moment',
    bare: (a, b) => `${a} tot en met ${b}`,
    endUnknown: 'einde onbekend',
    endOpen: 'einde open',
    beginUnknown: 'begin onbekend',
    beginOpen: 'begin open',
  },
  uk: {
    locale: 'uk',
    year: (year, form) => `${year} ${form === 'alone' ? 'рік' : 'року'}`,
    years: (first, last, form) => `${oneOf(form)} років від ${first} до ${last}`,
    someMonthOf: (year, form) => `${oneOf(form)} місяців ${year}`,
    someDayOf: (unit, form) => `${oneOf(form)} днів ${unit}`,
    seasons: ['весна', 'літо', 'осінь', 'зима'],
    uncertain: 'непевно',
    approximate: 'приблизно',
    and: 'і',
    fromTo: (a, b) => `від ${a} до ${b} включно`,
    within: (a, b) => `колись у межах від ${a} до ${b} включно`,
    from: (a) => `від ${a}`,
    until: (b) => `до ${b} включно`,
    before: (b) => `раніше ${b}`,
    someTime: 'колись',
    bare: (a, b) => `від ${a} до ${b} включно`,
    endUnknown: 'кінець невідомий',
    endOpen: 'кінець відкритий',
    beginUnknown: 'початок невідомий',
    beginOpen: 'початок відкритий',
  },
};
