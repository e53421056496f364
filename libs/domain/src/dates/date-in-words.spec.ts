import { describe, expect, it } from '@jest/globals';
import { dateInWords } from './date-in-words.js';
import { parseEdtf } from './edtf.js';
import { DATE_LANGUAGES } from './phrases.js';
import type { Extent } from './span.js';

type Row = [text: string, extent: Extent | null, en: string, nl: string, uk: string];

const rows: Row[] = [
  ['2023-07-03', null, '3 July 2023', '3 juli 2023', '3 липня 2023 року'],
  ['2023-04', null, 'April 2023', 'april 2023', 'квітень 2023 року'],
  ['0033', null, '33', '33', '33 рік'],
  ['2022?', null, '2022, uncertain', '2022, onzeker', '2022 рік, непевно'],
  ['2022-05~', null, 'May 2022, approximate', 'mei 2022, bij benadering', 'травень 2022 року, приблизно'],
  [
    '2022%',
    null,
    '2022, uncertain and approximate',
    '2022, onzeker en bij benadering',
    '2022 рік, непевно і приблизно',
  ],
  ['202X', null, 'a year from 2020 to 2029', 'een jaar van 2020 tot en met 2029', 'один із років від 2020 до 2029'],
  ['20XX', null, 'a year from 2000 to 2099', 'een jaar van 2000 tot en met 2099', 'один із років від 2000 до 2099'],
  ['2022-XX', null, 'a month of 2022', 'een maand in 2022', 'один із місяців 2022 року'],
  ['2022-XX-XX', null, 'a day of 2022', 'een dag in 2022', 'один із днів 2022 року'],
  ['2022-02-XX', null, 'a day of February 2022', 'een dag in februari 2022', 'один із днів лютого 2022 року'],
  [
    '2023-21',
    null,
    'spring 2023 (March to May 2023)',
    'voorjaar 2023 (maart tot en met mei 2023)',
    'весна 2023 року (від березня до травня 2023 року включно)',
  ],
  [
    '2023-24?',
    null,
    'winter 2023 (December 2023 to February 2024), uncertain',
    'winter 2023 (december 2023 tot en met februari 2024), onzeker',
    'зима 2023 року (від грудня 2023 року до лютого 2024 року включно), непевно',
  ],
  [
    '2023-04-13/2023-04-14',
    'within',
    'some time within 13 to 14 April 2023',
    'op enig moment van 13 tot en met 14 april 2023',
    'колись у межах від 13 до 14 квітня 2023 року включно',
  ],
  [
    '2023-04-13/2023-05-02',
    'throughout',
    'from 13 April to 2 May 2023',
    'van 13 april tot en met 2 mei 2023',
    'від 13 квітня до 2 травня 2023 року включно',
  ],
  [
    '2022-04-13/2023-04-13',
    'throughout',
    'from 13 April 2022 to 13 April 2023',
    'van 13 april 2022 tot en met 13 april 2023',
    'від 13 квітня 2022 року до 13 квітня 2023 року включно',
  ],
  [
    '2023-04-13/2023-04-13',
    'within',
    'some time within 13 April 2023 to 13 April 2023',
    'op enig moment van 13 april 2023 tot en met 13 april 2023',
    'колись у межах від 13 квітня 2023 року до 13 квітня 2023 року включно',
  ],
  [
    '2023-04/2023-06?',
    'within',
    'some time within April 2023 to June 2023 (uncertain)',
    'op enig moment van april 2023 tot en met juni 2023 (onzeker)',
    'колись у межах від квітня 2023 року до червня 2023 року (непевно) включно',
  ],
  [
    '2023-04/2023-06',
    'throughout',
    'from April to June 2023',
    'van april tot en met juni 2023',
    'від квітня до червня 2023 року включно',
  ],
  [
    '2022?/2023?',
    'within',
    'some time within 2022 (uncertain) to 2023 (uncertain)',
    'op enig moment van 2022 (onzeker) tot en met 2023 (onzeker)',
    'колись у межах від 2022 року (непевно) до 2023 року (непевно) включно',
  ],
  [
    '2023-04?/2023-06',
    'throughout',
    'from April 2023 (uncertain) to June 2023',
    'van april 2023 (onzeker) tot en met juni 2023',
    'від квітня 2023 року (непевно) до червня 2023 року включно',
  ],
  [
    '2022/2023-03',
    'throughout',
    'from 2022 to March 2023',
    'van 2022 tot en met maart 2023',
    'від 2022 року до березня 2023 року включно',
  ],
  [
    '2023-04-XX/2023-05-XX',
    'within',
    'some time within a day of April 2023 to a day of May 2023',
    'op enig moment van een dag in april 2023 tot en met een dag in mei 2023',
    'колись у межах від одного з днів квітня 2023 року до одного з днів травня 2023 року включно',
  ],
  [
    '2022-XX/202X',
    'within',
    'some time within a month of 2022 to a year from 2020 to 2029',
    'op enig moment van een maand in 2022 tot en met een jaar van 2020 tot en met 2029',
    'колись у межах від одного з місяців 2022 року до одного з років від 2020 до 2029 включно',
  ],
  ['../2023-07-02', null, 'before 3 July 2023', 'vóór 3 juli 2023', 'раніше 3 липня 2023 року'],
  ['../2022-12-31', null, 'before 1 January 2023', 'vóór 1 januari 2023', 'раніше 1 січня 2023 року'],
  ['../2023-06', null, 'before July 2023', 'vóór juli 2023', 'раніше липня 2023 року'],
  ['../2022', null, 'before 2023', 'vóór 2023', 'раніше 2023 року'],
  ['../201X', null, 'before 2020', 'vóór 2020', 'раніше 2020 року'],
  [
    '../2023-07-02?',
    'within',
    'some time before 3 July 2023 (uncertain)',
    'op enig moment vóór 3 juli 2023 (onzeker)',
    'колись раніше 3 липня 2023 року (непевно)',
  ],
  [
    '../2023-07-02',
    'throughout',
    'until 2 July 2023, beginning open',
    'tot en met 2 juli 2023, begin open',
    'до 2 липня 2023 року включно, початок відкритий',
  ],
  [
    '../9999',
    null,
    'until 9999, beginning open',
    'tot en met 9999, begin open',
    'до 9999 року включно, початок відкритий',
  ],
  [
    '/2023-07-02',
    null,
    'until 2 July 2023, beginning unknown',
    'tot en met 2 juli 2023, begin onbekend',
    'до 2 липня 2023 року включно, початок невідомий',
  ],
  [
    '2023-04/',
    null,
    'from April 2023, end unknown',
    'vanaf april 2023, einde onbekend',
    'від квітня 2023 року, кінець невідомий',
  ],
  [
    '2023-04~/..',
    'within',
    'some time from April 2023 (approximate), end open',
    'op enig moment vanaf april 2023 (bij benadering), einde open',
    'колись від квітня 2023 року (приблизно), кінець відкритий',
  ],
];

describe('dateInWords', () => {
  it.each(rows)('%s (%s)', (text, extent, ...expected) => {
    const span = parseEdtf(text, extent);
    expect(DATE_LANGUAGES.map((language) => dateInWords(span, language))).toEqual(expected);
  });
});
