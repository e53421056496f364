import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@zvit/domain';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, pageOf, rowsToRead } from './cursor.js';

const int32 = fc.integer({ min: -2_147_483_647, max: 2_147_483_647 });
const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'));
const shape = ['string', 'integer'] as const;

describe('a cursor', () => {
  it('gives back the sort key it was made of', () => {
    fc.assert(
      fc.property(text, int32, (name, seq) => {
        expect(decodeCursor(encodeCursor([name, seq]), shape)).toEqual([name, seq]);
      }),
    );
    expect(decodeCursor(undefined, shape)).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['no base64', '§§§'],
    ['no JSON', Buffer.from('["a",').toString('base64url')],
    ['another shape', encodeCursor([1, 'a'])],
    ['too short', encodeCursor(['a'])],
    ['too long', encodeCursor(['a', 1, 1])],
    ['no integer', encodeCursor(['a', 1.5])],
    ['more than 32 bits', encodeCursor(['a', 2 ** 31])],
    ['NUL', encodeCursor(['\0', 1])],
    ['a lone surrogate', Buffer.from('["\\ud83d",1]').toString('base64url')],
    ['other spelling', Buffer.from('["a", 1]').toString('base64url')],
    ['padding', `${encodeCursor(['a', 1])}==`],
  ])('that is rubbish (%s) is refused', (_, cursor) => {
    expect(() => decodeCursor(cursor, shape)).toThrow(Refusal);
  });

  it('of any text at all is a key or a refusal with its pointer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.jsonValue().map(encoded)), (cursor) => {
        try {
          expect(decodeCursor(cursor, shape)).toHaveLength(2);
        } catch (error) {
          expect(error).toMatchObject({ code: 'invalid-input', more: { faults: [{ pointer: '/cursor' }] } });
        }
      }),
    );
  });
});

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a page', () => {
  it('walks through all rows once, whatever the size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }), (count, pageSize) => {
        const rows = Array.from({ length: count }, (_, at) => at + 1);
        const seen: number[] = [];
        let cursor: string | undefined;
        do {
          const [after] = decodeCursor(cursor, ['integer']) ?? [0];
          const read = rows.filter((row) => row > after).slice(0, rowsToRead({ pageSize }));
          const page = pageOf(
            { pageSize },
            read,
            (row) => [row],
            (row) => row,
          );
          expect(page.items.length).toBeLessThanOrEqual(pageSize);
          seen.push(...page.items);
          cursor = page.next ?? undefined;
        } while (cursor !== undefined);
        expect(seen).toEqual(rows);
      }),
    );
  });
});
