import { describe, expect, it } from '@jest/globals';
import { type Asked } from './asked.js';
import { idempotencyOf, versionOf } from './request.decorator.js';

const asked = (headers: Record<string, string>, body?: unknown, url = '/v1/acts'): Asked =>
  ({ method: 'POST', url, headers, body }) as unknown as Asked;
const keyed = (body: unknown, url?: string) => idempotencyOf(asked({ 'idempotency-key': 'k' }, body, url));

describe('an idempotency key', () => {
  it('is kept as a digest, and is absent where none is given', () => {
    expect(idempotencyOf(asked({}))).toBeUndefined();
    expect(keyed({})?.key).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has a fingerprint of what is asked, whatever the order of its members and the query', () => {
    expect(keyed({ a: 1, b: [2] })).toEqual(keyed({ b: [2], a: 1 }));
    expect(keyed({}, '/v1/acts?x=1')).toEqual(keyed({}, '/v1/acts'));
    const different = [keyed({ a: 1 }), keyed({ a: 2 }), keyed({ a: '1' }), keyed({ a: 1 }, '/v1/others'), keyed([])];
    expect(new Set(different.map((one) => one?.fingerprint)).size).toBe(different.length);
  });

  it('has no fingerprint of a secret: it is kept with the act, and could be tried out against', () => {
    for (const name of ['password', 'current', 'token'])
      expect(keyed({ username: 'a', [name]: 'one' })).toEqual(keyed({ username: 'a', [name]: 'two' }));
  });

  it.each(['', ' ', 'a b', 'é', 'x'.repeat(201), 'a\tb'])('that is %j is refused', (key) => {
    expect(() => idempotencyOf(asked({ 'idempotency-key': key }))).toThrow(/Idempotency-Key/);
  });
});

describe('a version in If-Match', () => {
  it('is a number in quotes', () => {
    expect([versionOf(asked({ 'if-match': '"1"' })), versionOf(asked({ 'if-match': ' "42" ' }))]).toEqual([1, 42]);
  });

  it('has to be there, and to be one', () => {
    expect(() => versionOf(asked({}))).toThrow(expect.objectContaining({ code: 'version-required' }));
    for (const header of ['', '1', '*', 'W/"1"', '"0"', '"01"', '"1.5"', '"-1"', '"1", "2"', '"9999999999"'])
      expect(() => versionOf(asked({ 'if-match': header }))).toThrow(
        expect.objectContaining({ code: 'malformed-request' }),
      );
  });
});
