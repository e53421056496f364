import { describe, expect, it } from '@jest/globals';
import { type Content } from '../entry.js';
import { type Effects, type ParticipationAct } from '../participation/index.js';
import { participationFaults } from './participation-rule.js';

const effects: Effects = new Map([
  ['joined', 'opens'],
  ['signed', 'opens-if-alone'],
  ['left', 'closes'],
]);
const unknown = { end: 'unknown' };
const acts = (...list: ParticipationAct[]): Content =>
  Object.fromEntries(list.map((act, at) => [String(at + 1), { ...act }]));
const faults = (content: Content) =>
  participationFaults({ joined: null, left: null, ...content }, { effects }).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

describe('the rules of a participation', () => {
  it('let acts stand by date, whenever they were recorded', () => {
    const late = acts({ act: 'left', date: '2024' }, { act: 'joined', date: '2022' });
    expect(faults({ joined: '2022', left: '2024', acts: late })).toEqual([]);
  });

  it('name an act by its ordinal, not by its place in time', () => {
    const late = acts({ act: 'joined', date: '2022' }, { act: 'danced', date: '2021' });
    expect(faults({ ...unknown, joined: '2022', acts: late })).toEqual(['/acts/2/act not-in-vocabulary']);
  });

  it.each([
    [
      'a slip',
      [
        { act: 'joined', date: '2023' },
        { act: 'left', date: '2022' },
      ],
      ['/acts/2/date end-before-begin'],
    ],
    [
      'a stay of unknown beginning, then a return',
      [
        { act: 'left', date: '2022' },
        { act: 'joined', date: '2023' },
      ],
      [],
    ],
    [
      'a return recorded after a stay that began with a signature',
      [
        { act: 'signed', date: '2021' },
        { act: 'joined', date: '2023' },
        { act: 'left', date: '2022' },
      ],
      [],
    ],
    [
      'a departure before an undated beginning',
      [
        { act: 'joined', date: '2024' },
        { act: 'joined', date: null },
        { act: 'left', date: '2022' },
      ],
      ['/acts/3/date end-before-begin'],
    ],
    [
      'a departure before a beginning of which the order of recording alone tells the time',
      [
        { act: 'danced', date: '2024' },
        { act: 'joined', date: null },
        { act: 'left', date: '2022' },
      ],
      ['/acts/1/act not-in-vocabulary', '/acts/3/date end-before-begin'],
    ],
  ])('tell %s', (_, list, expected) => {
    expect(
      faults({ ...unknown, joined: list.find(({ act }) => act === 'joined')!.date, acts: acts(...list) }).filter(
        (one) => one.startsWith('/acts'),
      ),
    ).toEqual(expected);
  });

  it('hold without acts', () => {
    expect(faults({ joined: '2022', left: '2021' })).toEqual(['/left end-before-begin']);
  });
});
