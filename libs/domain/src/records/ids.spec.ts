import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isRecordId, recordId } from './ids.js';

const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('an opaque id', () => {
  it.each<[string, number[], string]>([
    ['nothing', Array<number>(16).fill(0), '00000000000000000000000000'],
    ['one', [...Array<number>(15).fill(0), 1], '00000000000000000000000001'],
    ['the last digit', [...Array<number>(15).fill(0), 31], '0000000000000000000000000z'],
    ['everything', Array<number>(16).fill(255), '7zzzzzzzzzzzzzzzzzzzzzzzzz'],
    ['a sixteenth', [16, ...Array<number>(15).fill(0)], '0g000000000000000000000000'],
  ])('writes %s in Crockford’s base 32', (_, bytes, expected) => {
    const id = recordId(Uint8Array.from(bytes));
    expect(id).toBe(expected);
    const value = Array.from(id).reduce(
      (sum, digit) => sum * 32n + BigInt('0123456789abcdefghjkmnpqrstvwxyz'.indexOf(digit)),
      0n,
    );
    expect(value).toBe(bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n));
  });

  it('has the form of an id, and is another for other bytes', () => {
    fc.assert(
      fc.property(sixteen, sixteen, (a, b) => {
        expect(isRecordId(recordId(a))).toBe(true);
        expect(recordId(a) === recordId(b)).toBe(a.every((byte, index) => byte === b[index]));
      }),
    );
  });

  it('of bytes that differ in one bit alone is another', () => {
    const zero = new Uint8Array(16);
    const ids = Array.from({ length: 128 }, (_, bit) => {
      const bytes = zero.slice();
      bytes[bit >> 3] = 1 << (bit & 7);
      return recordId(bytes);
    });
    expect(new Set([recordId(zero), ...ids]).size).toBe(129);
  });

  it('is made of the first sixteen bytes and leaves them as they are', () => {
    const bytes = Uint8Array.from({ length: 20 }, (_, index) => index);
    expect(recordId(bytes)).toBe(recordId(bytes.slice(0, 16)));
    expect([...bytes]).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('sorts as its bytes do', () => {
    fc.assert(
      fc.property(sixteen, sixteen, (a, b) => {
        const order = Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));
        const [x, y] = [recordId(a), recordId(b)];
        expect(x < y ? -1 : Number(x > y)).toBe(order);
      }),
    );
  });

  it.each([
    ['', 'nothing'],
    ['0'.repeat(25), 'one digit too few'],
    ['0'.repeat(27), 'one too many'],
    ['A'.repeat(26), 'capitals'],
    [`${'0'.repeat(25)}\n`, 'an end of line in it'],
    [`${'0'.repeat(26)}\n`, 'an end of line behind it'],
    [`${'0'.repeat(25)}-`, 'a hyphen'],
    ['org-eurojust', 'a name of the data'],
    ...['i', 'l', 'o', 'u'].map((letter) => [
      letter.padEnd(26, '0'),
      `the letter ${letter}, which Crockford leaves out`,
    ]),
  ])('is not %j: %s', (text) => {
    expect(isRecordId(text)).toBe(false);
  });
});
