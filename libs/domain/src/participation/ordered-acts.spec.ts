import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkParticipation } from './check-participation.js';
import { orderedActs } from './ordered-acts.js';
import { type Effects, type ParticipationAct, summaryOf } from './participation.js';
import { periodsOf } from './periods.js';

const effects: Effects = new Map([
  ['joined', 'opens'],
  ['signed', 'opens-if-alone'],
  ['notified', 'none'],
  ['left', 'closes'],
]);
const acts = (text: string): ParticipationAct[] =>
  text.split(', ').map((pair) => {
    const [act, date] = pair.split(' ') as [string, string];
    return { act, date: date === '-' ? null : date };
  });
const said = (list: readonly ParticipationAct[]) => list.map(({ act, date }) => `${act} ${date ?? '-'}`).join(', ');

describe('orderedActs', () => {
  it.each([
    ['leaves what is in order', 'signed 2021, joined 2022, left 2023', 'signed 2021, joined 2022, left 2023'],
    ['puts a late act at its date', 'joined 2022, left 2024, notified 2023', 'joined 2022, notified 2023, left 2024'],
    ['puts a late act first', 'joined 2022, signed 2021', 'signed 2021, joined 2022'],
    ['leaves dates that may be in order', 'notified 2022-05-17, joined 2022', 'notified 2022-05-17, joined 2022'],
    [
      'moves an undated act with the one before',
      'joined 2022, left 2020, signed -',
      'left 2020, signed -, joined 2022',
    ],
    ['leaves an undated act at the beginning', 'signed -, joined 2022, left 2020', 'signed -, left 2020, joined 2022'],
    [
      'takes an unreadable date for none',
      'joined 2022, left 2020-13, notified 2021',
      'notified 2021, joined 2022, left 2020-13',
    ],
  ])('%s', (_, given, ordered) => {
    expect(said(orderedActs(acts(given)))).toBe(ordered);
  });

  it('reads an interval with its extent', () => {
    const within = { act: 'signed', date: '2019/2020', extent: 'within' };
    const joined = { act: 'joined', date: '2022' };
    expect(orderedActs([joined, within])).toEqual([within, joined]);
  });
});

const date = fc.oneof(
  fc.constant(null),
  fc.constantFrom('2021', '2022', '2022-05', '2022-05-17', '2022-05-18?', '2023~', '/2022-06', '2022-05/..'),
);
const lists = fc.array(fc.record({ act: fc.constantFrom('signed', 'notified'), date }), { maxLength: 8 });

describe('laws of orderedActs', () => {
  it('keeps every act, leaves its argument alone and has nothing more to do the second time', () => {
    fc.assert(
      fc.property(lists, (given) => {
        const before = JSON.stringify(given);
        const once = orderedActs(given);
        expect(JSON.stringify(given)).toBe(before);
        expect([...once].sort(byText)).toEqual([...given].sort(byText));
        expect(orderedActs(once)).toEqual(once);
      }),
    );
  });

  it('leaves no act ahead of one that it comes after, as the check of a participation demands', () => {
    fc.assert(
      fc.property(lists, (given) => {
        const faults = checkParticipation(
          { joined: null, left: null, end: 'unknown', acts: orderedActs(given) },
          effects,
        );
        expect(faults.filter(({ pointer }) => pointer.startsWith('/acts'))).toEqual([]);
      }),
    );
  });
});

describe('summary and stays of acts that were recorded late', () => {
  const late = acts('joined 2024, left 2023, joined 2022');
  it('are those of the acts by date', () => {
    expect(summaryOf(late, effects)).toEqual({ joined: '2022', left: null });
    const stays = periodsOf({ joined: '2022', left: null, end: 'unknown', acts: late }, effects);
    expect(stays.map(({ joined, left }) => [joined?.edtf, left?.edtf])).toEqual([
      ['2022', '2023'],
      ['2024', undefined],
    ]);
  });
});

const byText = (a: ParticipationAct, b: ParticipationAct) => said([a]).localeCompare(said([b]));
