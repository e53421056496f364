import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Day, FIRST_DAY, LAST_DAY } from '../dates/index.js';
import type { Effects, Participation } from './participation.js';
import { periodsOf } from './periods.js';
import { type Standing, standingOn, STANDINGS } from './standing.js';

const effects: Effects = new Map([
  ['joined', 'opens'],
  ['signed', 'opens-if-alone'],
  ['notified', 'none'],
  ['left', 'closes'],
]);
const record = (wish: Partial<Participation>): Participation => ({ joined: null, left: null, ...wish });
const acts = (text: string) =>
  text.split(', ').map((pair) => {
    const [act, date] = pair.split(' ') as [string, string];
    return { act, date: date === '-' ? null : date, ...(date.includes('/') && { extent: 'within' }) };
  });
const on = (participation: Partial<Participation>, ...days: string[]) =>
  days.map((day) => standingOn(day as Day, record(participation), effects));

describe('periodsOf', () => {
  const shown = (participation: Partial<Participation>) =>
    periodsOf(record(participation), effects).map(
      ({ joined, left, end, attestedUntil }) =>
        `${joined?.edtf ?? '-'} ${left?.edtf ?? '-'} ${end} ${attestedUntil?.edtf ?? '-'}`,
    );

  it.each([
    ['joined 2022', ['2022 - unknown -']],
    ['signed 2021, joined 2022', ['2022 - unknown -']],
    ['signed 2021, signed 2022', ['2021 - unknown -']],
    ['notified 2025', ['- - unknown -']],
    ['left 2025', ['- 2025 ended -']],
    ['joined 2022, left -', ['2022 - ended -']],
    ['joined 2022, left 2023, joined 2024', ['2022 2023 ended -', '2024 - unknown -']],
    ['joined 2022, left 2023, signed 2024', ['2022 2023 ended -']],
    ['signed 2022, left 2023, signed 2024, left 2025', ['2022 2023 ended -', '2024 2025 ended -']],
    ['signed 2021/2022, left 2023, joined -', ['2021/2022 2023 ended -', '- - unknown -']],
  ])('%s', (text, periods) => {
    expect(shown({ acts: acts(text) })).toEqual(periods);
  });

  it('gives the end of the record to the stay that runs', () => {
    const participation = { end: 'open', attestedUntil: '2025-03' } as const;
    expect(shown({ ...participation, acts: acts('joined 2022, left 2023, joined 2024') })).toEqual([
      '2022 2023 ended -',
      '2024 - open 2025-03',
    ]);
    expect(shown({ end: 'open', joined: '2022' })).toEqual(['2022 - open -']);
  });

  it('without acts is one stay from joined to left', () => {
    expect(shown({ joined: '2022', left: '2023', acts: [] })).toEqual(['2022 2023 ended -']);
    expect(shown({ joined: null, left: '2023', acts: null })).toEqual(['- 2023 ended -']);
    expect(shown({ joined: '2022', end: 'unknown', attestedUntil: '2025' })).toEqual(['2022 - unknown -']);
  });

  it('throws on a date that cannot be read', () => {
    expect(() => periodsOf(record({ joined: '2023-02-30' }), effects)).toThrow('not a date');
    expect(() => periodsOf(record({ acts: [{ act: 'joined', date: '2022/2023' }] }), effects)).toThrow('extent');
  });
});

describe('standingOn', () => {
  it('belongs from joined to left, the day of leaving not counted', () => {
    const stay = { joined: '2023-05-17', left: '2024-07-22' };
    expect(on(stay, '2023-05-16', '2023-05-17', '2024-07-21', '2024-07-22')).toEqual([
      ...['no', 'attested', 'attested', 'no'],
    ]);
  });

  it('is possible inside the imprecision of either bound', () => {
    const stay = { joined: '2023-05', left: '2024-07' };
    expect(on(stay, '2023-04-30', '2023-05-01', '2023-05-30', '2023-05-31', '2024-06-30')).toEqual([
      ...['no', 'possible', 'possible', 'attested', 'attested'],
    ]);
    expect(on(stay, '2024-07-01', '2024-07-30', '2024-07-31')).toEqual(['possible', 'possible', 'no']);
  });

  it('does not take an unknown end for an open one', () => {
    expect(on({ joined: '2023-05-17', end: 'unknown' }, '2023-05-16', '2023-05-17', '2026-11-23')).toEqual([
      ...['no', 'presumed', 'presumed'],
    ]);
    const open = { joined: '2023-05-17', end: 'open', attestedUntil: '2025-03' } as const;
    expect(on(open, '2023-05-16', '2023-05-17', '2025-03-31', '2025-04-01')).toEqual([
      ...['no', 'attested', 'attested', 'presumed'],
    ]);
    expect(on({ joined: '2023', end: 'open' }, '2023-12-30', '2023-12-31')).toEqual(['possible', 'presumed']);
  });

  it('knows of an unknown beginning that it lay before the day of attestation', () => {
    const open = { end: 'open', attestedUntil: '2026-05-27' } as const;
    expect(on(open, '1998-07-17', '2026-05-26', '2026-05-27', '2026-05-28')).toEqual([
      ...['possible', 'possible', 'attested', 'presumed'],
    ]);
    expect(on({ ...open, joined: '2026' }, '2025-12-31', '2026-05-26', '2026-05-27', '2026-05-28')).toEqual([
      ...['no', 'possible', 'attested', 'presumed'],
    ]);
  });

  it('leaves an unknown beginning or end possible', () => {
    expect(on({ end: 'unknown' }, FIRST_DAY, '2026-11-23', LAST_DAY)).toEqual(['possible', 'possible', 'possible']);
    expect(on({ left: '2025-01-01' }, '2022-01-01', '2024-12-31', '2025-01-01')).toEqual([
      'possible',
      'possible',
      'no',
    ]);
    expect(on({ acts: acts('joined 2023-05-17, left -') }, '2023-05-16', '2023-05-17', '2023-05-18')).toEqual([
      ...['no', 'attested', 'possible'],
    ]);
    expect(on({ joined: '2023', left: '2024/' }, '2023-12-31', '2026-11-23')).toEqual(['attested', 'possible']);
    expect(on({ joined: '2023', left: '../2024-07-01' }, '2024-06-30', '2024-07-01')).toEqual(['possible', 'no']);
    expect(on({ joined: '2023-05/', left: '2024' }, '2023-06-01', '2024-12-30', '2025-01-01')).toEqual([
      ...['possible', 'possible', 'no'],
    ]);
  });

  it('counts the day of a stay that began and ended on it', () => {
    const oneDay = { joined: '2024-04-02', left: '2024-04-02' };
    expect(on(oneDay, '2024-04-01', '2024-04-02', '2024-04-03')).toEqual(['no', 'attested', 'no']);
    const oneMonth = { joined: '2023-06', left: '2023-06' };
    expect(on(oneMonth, '2023-05-31', '2023-06-01', '2023-06-30', '2023-07-01')).toEqual([
      ...['no', 'possible', 'possible', 'no'],
    ]);
  });

  it('says no between two stays', () => {
    const twice = { acts: acts('joined 2022-01-01, left 2023-01-01, joined 2024-01-01'), end: 'unknown' } as const;
    expect(on(twice, '2021-12-31', '2022-06-01', '2023-06-01', '2024-06-01')).toEqual([
      ...['no', 'attested', 'no', 'presumed'],
    ]);
  });
});

describe('laws of standing', () => {
  const day = fc
    .date({ min: new Date('2022-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10) as Day);
  const date = fc
    .tuple(day, fc.constantFrom(4, 7, 10), fc.constantFrom('', '?', '~'))
    .map(([text, length, flag]) => text.slice(0, length) + flag);
  const maybe = fc.option(date, { nil: null });
  const participation = fc.tuple(maybe, maybe, maybe).map(([joined, left, attested]): Participation => {
    if (left !== null) return { joined, left };
    return attested === null
      ? { joined, left, end: 'unknown' }
      : { joined, left, end: 'open', attestedUntil: attested };
  });
  const rank = (standing: Standing) => STANDINGS.indexOf(standing);

  it('it rises to its height and then only falls', () => {
    fc.assert(
      fc.property(participation, fc.array(day, { minLength: 3, maxLength: 12 }), (some, days) => {
        const ranks = [...days].sort().map((at) => rank(standingOn(at, some, effects)));
        const top = ranks.indexOf(Math.max(...ranks));
        const ascends = (part: number[]) => part.every((value, index) => index === 0 || part[index - 1]! <= value);
        expect([ascends(ranks.slice(0, top + 1)), ascends(ranks.slice(top).reverse())]).toEqual([true, true]);
      }),
    );
  });

  it('never more than possible before the first certain day, no before the first possible and after the last', () => {
    fc.assert(
      fc.property(participation, day, (some, at) => {
        const [{ joined, left, attestedUntil, end }] = periodsOf(some, effects) as [ReturnType<typeof periodsOf>[0]];
        const standing = standingOn(at, some, effects);
        const begunBy = [joined?.latest ?? LAST_DAY, attestedUntil?.latest ?? LAST_DAY].sort()[0]!;
        if (joined && at < joined.earliest!) expect(standing).toBe('no');
        if (at < begunBy) expect(['no', 'possible']).toContain(standing);
        if (left && at > left.latest!) expect(standing).toBe('no');
        if (end === 'unknown') expect(standing).not.toBe('attested');
        if (end !== 'ended' && (!joined || joined.earliest! <= at)) expect(standing).not.toBe('no');
        if (end === 'ended') expect(standing).not.toBe('presumed');
      }),
    );
  });

  it('flags change nothing', () => {
    const bare = (text: string | null | undefined) => text?.replace(/[?~]$/, '') ?? null;
    fc.assert(
      fc.property(participation, day, (some, at) => {
        const { joined, left, attestedUntil } = some;
        const plain = { ...some, joined: bare(joined), left: bare(left), attestedUntil: bare(attestedUntil) };
        expect(standingOn(at, plain, effects)).toBe(standingOn(at, some, effects));
      }),
    );
  });
});
