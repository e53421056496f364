import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../errors.js';
import { parseEdtf, readDate } from './edtf.js';

const codes = (text: string, extent?: string | null) => readDate(text, extent).faults?.map((fault) => fault.code);

describe('single dates', () => {
  it.each([
    ['2023-03-03', '2023-03-03', '2023-03-03', 'day'],
    ['2023-03', '2023-03-01', '2023-03-31', 'month'],
    ['2023', '2023-01-01', '2023-12-31', 'year'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['1900-02', '1900-02-01', '1900-02-28', 'month'],
    ['2024-02-29', '2024-02-29', '2024-02-29', 'day'],
    ['0001', '0001-01-01', '0001-12-31', 'year'],
    ['0001-01-01', '0001-01-01', '0001-01-01', 'day'],
    ['9999', '9999-01-01', '9999-12-31', 'year'],
    ['9999-12-31', '9999-12-31', '9999-12-31', 'day'],
    ['202X', '2020-01-01', '2029-12-31', 'decade'],
    ['001X', '0010-01-01', '0019-12-31', 'decade'],
    ['20XX', '2000-01-01', '2099-12-31', 'century'],
    ['2022-XX', '2022-01-01', '2022-12-31', 'year'],
    ['2022-XX-XX', '2022-01-01', '2022-12-31', 'year'],
    ['2022-02-XX', '2022-02-01', '2022-02-28', 'month'],
    ['2023-21', '2023-03-01', '2023-05-31', 'season'],
    ['2023-22', '2023-06-01', '2023-08-31', 'season'],
    ['2023-23', '2023-09-01', '2023-11-30', 'season'],
    ['2023-24', '2023-12-01', '2024-02-29', 'season'],
    ['2024-24', '2024-12-01', '2025-02-28', 'season'],
  ])('%s is %s to %s, as fine as a %s', (edtf, earliest, latest, precision) => {
    const bounds = { begin: 'known', end: 'known' };
    expect(readDate(edtf)).toEqual({
      span: { edtf, earliest, latest, precision, uncertain: false, approximate: false, bounds },
    });
  });

  it.each([
    ['2023?', true, false],
    ['2023-05~', false, true],
    ['2023-05-01%', true, true],
    ['202X?', true, false],
    ['2023-02-XX~', false, true],
    ['2023-21%', true, true],
  ])('%s raises its flags and moves no bound', (edtf, uncertain, approximate) => {
    const plain = parseEdtf(edtf.slice(0, -1));
    expect(parseEdtf(edtf)).toEqual({ ...plain, edtf, uncertain, approximate });
  });

  it.each([
    ...['', ' 2023', '2023 ', '2023\n', '20', '2023-1', '2023-13', '2023-00', '2023-02-29', '2023-02-30', '2023-06-31'],
    ...['0000', '0000-05-01', '000X', '00XX', '-0001', '-2023', '10000', 'Y12023', '1950S2', '9999-24', '9999-24?'],
    ...['2XXX', 'XXXX', '202X-03', '2022-XX-05', 'XXXX-12-XX', '2023-02-3X', '2022-1X', '2023-21-XX', '2023-25'],
    ...[
      '2023-13-XX',
      '2023-00-XX',
      '2023?~',
      '?2023',
      '1984?-06',
      '[2023,2024]',
      '{2023}',
      'unknown',
      'null',
      '..',
      '٢٠٢٣',
    ],
    ...['2023-03-03T10:00:00Z', '2023-03-03T10:00:00', '2023-03-03/2023-03-04T10:00:00Z', '20230303', '03.03.2023'],
    ...[`2023${'9'.repeat(100_000)}`, '2023-03-03\u0000', '__proto__'],
  ])('refuses %j', (text) => {
    expect(codes(text)).toEqual(['not-a-date']);
  });

  it('have no extent', () => {
    expect(codes('2023', 'within')).toEqual(['contradiction']);
    expect(codes('2023', null)).toBeUndefined();
  });
});

describe('intervals', () => {
  it('run from the first day of the first bound to the last day of the second', () => {
    expect(parseEdtf('2022?/2023-02', 'within')).toEqual({
      edtf: '2022?/2023-02',
      earliest: '2022-01-01',
      latest: '2023-02-28',
      precision: 'interval',
      uncertain: true,
      approximate: false,
      bounds: { begin: 'known', end: 'known' },
      extent: 'within',
    });
    expect(parseEdtf('2022/2023~', 'throughout')).toMatchObject({ approximate: true, extent: 'throughout' });
    expect(parseEdtf('202X/2023-02-XX', 'within')).toMatchObject({ earliest: '2020-01-01', latest: '2023-02-28' });
  });

  it.each([
    ['2023-04/', '2023-04-01', null, 'known', 'unknown'],
    ['2023-04/..', '2023-04-01', null, 'known', 'open'],
    ['/2023-04', null, '2023-04-30', 'unknown', 'known'],
    ['../2023-07-02', null, '2023-07-02', 'open', 'known'],
    ['../2023-07-02?', null, '2023-07-02', 'open', 'known'],
  ])('%s tells an unknown bound from an open one', (edtf, earliest, latest, begin, end) => {
    const bounds = { begin, end };
    expect(parseEdtf(edtf)).toMatchObject({ earliest, latest, bounds, precision: 'interval' });
    expect(parseEdtf(edtf)).not.toHaveProperty('extent');
    expect(parseEdtf(edtf, 'throughout').extent).toBe('throughout');
  });

  it.each([
    ...['/', '../', '/..', '../..', '//', '2023//2024', '2023/2024/2025', '2023/2024/', '2023-21/2024', '2023/2023-24'],
    ...['2023 / 2024', '2023/ 2024', '2023/2023-02-30', 'x/2023', '2023/...', '2023-01-01/2024-01-01?/..'],
  ])('refuses %j', (text) => {
    expect(codes(text, 'within')).toEqual(['not-a-date']);
  });

  it('may end inside their first bound, but not before it', () => {
    expect(codes('2023-03-03/2023-03', 'within')).toBeUndefined();
    expect(codes('2023/2023-01-05', 'within')).toBeUndefined();
    expect(codes('2023-03-03/2023-03-03', 'throughout')).toBeUndefined();
    expect(codes('2024/2023', 'within')).toEqual(['end-before-begin']);
    expect(codes('2023-03-04/2023-03-03')).toEqual(['end-before-begin']);
  });

  it('of two bounds say how they are meant', () => {
    expect(codes('2022/2023')).toEqual(['extent-missing']);
    expect(codes('2022/2023', null)).toEqual(['extent-missing']);
    expect(codes('2022/2023', 'sometimes')).toEqual(['not-in-vocabulary']);
    expect(codes('2022/2023', '')).toEqual(['not-in-vocabulary']);
  });
});

describe('faults', () => {
  it('carry the pointer they were given', () => {
    expect(readDate('2023-02-30', null, '/acts/0/date').faults).toEqual([
      { pointer: '/acts/0/date', code: 'not-a-date', detail: expect.any(String) },
    ]);
    expect(readDate('2023-02-30').faults![0]!.pointer).toBe('');
  });

  it('are thrown as one refusal by parseEdtf', () => {
    expect(() => parseEdtf('2022/2023')).toThrow(Refusal);
    expect(() => parseEdtf('2022/2023')).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        more: { faults: [expect.objectContaining({ code: 'extent-missing' })] },
      }),
    );
  });
});
