import { describe, expect, it } from '@jest/globals';
import { checkParticipation } from './check-participation.js';
import type { Effects, Participation, ParticipationAct } from './participation.js';

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
const faults = (wish: Partial<Participation>, pointer?: string) =>
  checkParticipation({ joined: null, left: null, ...wish }, effects, pointer).map(
    (fault) => `${fault.pointer} ${fault.code}`,
  );
const unknown = { end: 'unknown' } as const;
const open = { end: 'open', attestedUntil: '2025-03' } as const;

describe('checkParticipation finds nothing wrong with', () => {
  it.each<[string, Partial<Participation>]>([
    ['no dates at all', unknown],
    ['joined and left', { joined: '2022', left: '2023' }],
    ['one day', { joined: '2022-07-14', left: '2022-07-14' }],
    ['an open end', { joined: '2022', ...open }],
    ['bounds that may be in order', { joined: '2022-05-17', left: '2022-05' }],
    ['an attestation that may be later', { joined: '2025-03-31', ...open }],
    ['acts', { joined: '2022', left: '2023?', acts: acts('signed 2021, joined 2022, notified 2022-12, left 2023?') }],
    ['an undated act', { ...unknown, acts: acts('signed 2021, joined -') }],
    ['an undated end', { joined: '2022', ...unknown, acts: acts('joined 2022, left -') }],
    ['a return', { joined: '2022', ...open, acts: acts('joined 2022, left 2023, joined 2024') }],
    ['two stays', { joined: '2022', left: '2025', acts: acts('signed 2022, left 2023, signed 2024, left 2025') }],
    ['acts that may be in order', { joined: '2022-05', ...unknown, acts: acts('notified 2022-05-17, joined 2022-05') }],
    [
      'an interval with its extent beside the act',
      { joined: '2022/2023', ...unknown, acts: [{ act: 'joined', date: '2022/2023', extent: 'within' }] },
    ],
  ])('%s', (_, wish) => {
    expect(faults(wish)).toEqual([]);
  });
});

describe('checkParticipation finds', () => {
  it.each<[string, Partial<Participation>, string[]]>([
    ['no word on the end', { joined: '2022' }, ['/end missing']],
    ['an end beside left', { joined: '2022', left: '2023', ...unknown }, ['/end contradiction']],
    ['open without date', { end: 'open' }, ['/attestedUntil missing']],
    ['a date without open', { ...unknown, attestedUntil: '2025' }, ['/attestedUntil contradiction']],
    ['a date beside left', { left: '2023', attestedUntil: '2025' }, ['/attestedUntil contradiction']],
    ['attestation before joined', { joined: '2025-04', ...open }, ['/attestedUntil contradiction']],
    ['attestation as interval', { end: 'open', attestedUntil: '2025/' }, ['/attestedUntil contradiction']],
    ['left before joined', { joined: '2023', left: '2022' }, ['/left end-before-begin']],
    ['no dates', { joined: '2023-02-30', left: '2022-13' }, ['/joined not-a-date', '/left not-a-date']],
    ['an unreadable attestation', { end: 'open', attestedUntil: 'x' }, ['/attestedUntil not-a-date']],
    ['an interval as summary', { joined: '2022/2023', ...unknown }, ['/joined extent-missing']],
    [
      'unknown acts and dates, and no more of these acts',
      { joined: '1999', ...unknown, acts: acts('danced 2023, joined 2023-02-30, left 2022') },
      ['/acts/0/act not-in-vocabulary', '/acts/1/date not-a-date'],
    ],
    [
      'faults of the end beside unreadable acts',
      { acts: acts('danced 2023') },
      ['/acts/0/act not-in-vocabulary', '/end missing'],
    ],
    [
      'another joined',
      { joined: '2021', ...unknown, acts: acts('signed 2021, joined 2022') },
      ['/joined contradiction'],
    ],
    ['another spelling', { joined: '2022?', ...unknown, acts: acts('joined 2022') }, ['/joined contradiction']],
    ['a missing left', { joined: '2022', ...unknown, acts: acts('joined 2022, left 2023') }, ['/left contradiction']],
    [
      'left of who came back',
      { joined: '2022', left: '2023', acts: acts('joined 2022, left 2023, joined 2024') },
      ['/left contradiction'],
    ],
    [
      'open after an undated end',
      { joined: '2022', ...open, acts: acts('joined 2022, left -') },
      ['/end contradiction'],
    ],
    [
      'acts out of order, also across undated ones and lesser dates',
      { joined: '2022', ...unknown, acts: acts('joined 2022, notified 2021/, notified -, signed 2021-12-31') },
      ['/acts/3/date contradiction'],
    ],
    [
      'leaving before joining in the acts',
      { joined: '2023', left: '2022', acts: acts('joined 2023, left 2022') },
      ['/acts/1/date contradiction', '/left contradiction'],
    ],
    [
      'closing twice',
      { joined: '2022', left: '2024', acts: acts('joined 2022, left 2023, notified 2023, left 2024') },
      ['/acts/3/act contradiction'],
    ],
  ])('%s', (_, wish, expected) => {
    expect(faults(wish)).toEqual(expected);
  });

  it('a second stay attested only before it began', () => {
    const wish = { joined: '2022', ...open, acts: acts('joined 2022, left 2025-01, joined 2025-06') };
    expect(faults(wish)).toEqual(['/attestedUntil contradiction']);
  });

  it('everything behind the pointer it was given', () => {
    expect(faults({ acts: acts('danced 2023-02-30') }, '/participants/3')).toEqual([
      '/participants/3/acts/0/act not-in-vocabulary',
      '/participants/3/acts/0/date not-a-date',
      '/participants/3/end missing',
    ]);
  });
});
