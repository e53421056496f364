import { describe, expect, it } from '@jest/globals';
import { type Effects, type ParticipationAct, summaryOf } from './participation.js';

const effects: Effects = new Map([
  ['joined', 'opens'],
  ['acceded', 'opens'],
  ['signed', 'opens-if-alone'],
  ['notified', 'none'],
  ['left', 'closes'],
]);
/** 'joined 2022, left -' → two acts, '-' is an unknown date. */
const acts = (text: string): ParticipationAct[] =>
  text.split(', ').map((pair) => {
    const [act, date] = pair.split(' ') as [string, string];
    return { act, date: date === '-' ? null : date };
  });

describe('summaryOf', () => {
  it.each([
    ['joined 2022', '2022', null],
    ['signed 2021, joined 2022, acceded 2023', '2022', null],
    ['signed 2021, signed 2022', '2021', null],
    ['signed 2021, joined -', null, null],
    ['notified 2021', null, null],
    ['left 2023', null, '2023'],
    ['joined 2022, notified 2023, left 2024?', '2022', '2024?'],
    ['joined 2022, left 2023, left 2024', '2022', '2024'],
    ['joined 2022, left -', '2022', null],
    ['joined 2022, left 2023, joined 2024', '2022', null],
    ['joined 2022, left 2023, joined 2024, left 2025', '2022', '2025'],
    ['joined 2022, left 2023, signed 2024', '2022', '2023'],
    ['signed 2022, left 2023, signed 2024', '2022', '2023'],
    ['signed 2022, left 2023, joined 2024', '2024', null],
    ['danced 2022', null, null],
  ])('%s', (text, joined, left) => {
    expect(summaryOf(acts(text), effects)).toEqual({ joined, left });
  });

  it('of no acts knows nothing', () => {
    expect(summaryOf([], effects)).toEqual({ joined: null, left: null });
  });
});
