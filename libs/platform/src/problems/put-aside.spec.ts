import { describe, expect, it } from '@jest/globals';
import { type Fault, type FaultCode, Refusal } from '@zvit/domain';
import { putAside, PuttingAside, refusePutAside, withPutAside } from './put-aside.js';

const fault = (pointer: string, code: FaultCode = 'wrong-type'): Fault => ({ pointer, code, detail: 'It is wrong.' });
const found = (...faults: Fault[]) => new Refusal('invalid-input', 'Some.', { faults });
const pointersOf = (refusal: Refusal | undefined) => refusal?.more.faults?.map(({ pointer }) => pointer);

describe('faults that wait', () => {
  it('wait only where somebody gathers them', () => {
    expect(putAside([fault('/a')])).toBe(false);
    expect(() => refusePutAside()).not.toThrow();
    new PuttingAside().during(() => {
      expect(() => refusePutAside()).not.toThrow();
      expect(putAside([fault('/a')])).toBe(true);
      expect(() => refusePutAside()).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    });
  });

  it('are those of one request each, and wait no longer than until its end', async () => {
    const requests = ['/a', '/b', '/c'].map((pointer) => {
      const aside = new PuttingAside();
      return aside.during(async () => {
        await Promise.resolve();
        putAside([fault(pointer)]);
        await new Promise((go) => setImmediate(go));
        const ended = aside.end();
        expect(() => refusePutAside()).not.toThrow();
        return ended.map((one) => one.pointer);
      });
    });
    expect(await Promise.all(requests)).toEqual([['/a'], ['/b'], ['/c']]);
  });
});

describe('the answer', () => {
  it('is left to the act where nothing waited', () => {
    const refusal = found(fault('/a'));
    expect(withPutAside([], refusal, {})).toBeUndefined();
    expect(withPutAside([], undefined, {})).toBeUndefined();
  });

  it('is all faults in the order of the body, what is missing last', () => {
    const body = { z: 1, list: Array(12).fill({ b: 1, a: 1 }), 'a/b~': 2 };
    const refusal = found(fault('/list/10/a'), fault('/list/2'), fault('/list/2/b'));
    expect(pointersOf(withPutAside([fault('/gone'), fault('/a~1b~0'), fault('/z')], refusal, body))).toEqual([
      '/z',
      '/list/2',
      '/list/2/b',
      '/list/10/a',
      '/a~1b~0',
      '/gone',
    ]);
  });

  it('says nothing twice, nor what follows from a gap', () => {
    const refusal = found(fault('/a', 'missing'), fault('/a/b', 'missing'), fault('/ab'), fault('/c', 'missing'));
    const answer = withPutAside([fault('/a')], refusal, { a: 1, ab: 2, c: 3 });
    expect(answer?.more.faults).toEqual([fault('/a'), fault('/ab'), fault('/c', 'missing')]);
    expect(answer?.message).toBe('/a: It is wrong. (and 2 more)');
  });

  it('is what waited, whatever else went wrong', () => {
    for (const error of [new TypeError('x'), new Refusal('not-found', 'No.'), undefined])
      expect(withPutAside([fault('/a')], error, undefined)).toMatchObject({
        code: 'invalid-input',
        more: { faults: [fault('/a')] },
      });
  });
});
