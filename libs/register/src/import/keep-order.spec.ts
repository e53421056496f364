import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keepOrder } from './keep-order.js';

describe('the order of a list over later imports', () => {
  it('leaves room between what comes first', () => {
    expect(keepOrder([undefined, undefined, undefined])).toEqual([1024, 2048, 3072]);
  });

  it('puts what is new between its neighbours, which keep theirs', () => {
    expect(keepOrder([1024, undefined, 2048])).toEqual([1024, 1536, 2048]);
    expect(keepOrder([undefined, 1024])).toEqual([512, 1024]);
    expect(keepOrder([1024, undefined])).toEqual([1024, 2048]);
  });

  it('moves only what has moved', () => {
    expect(keepOrder([3072, 1024, 2048])).toEqual([512, 1024, 2048]);
  });

  it('numbers all anew where there is no room left', () => {
    expect(keepOrder([1, undefined, 2])).toEqual([1024, 2048, 3072]);
  });

  it('always rises, and never changes what rises already', () => {
    const orders = fc.array(fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }), { maxLength: 30 });
    fc.assert(
      fc.property(orders, (standing) => {
        const kept = keepOrder(standing);
        expect(kept).toHaveLength(standing.length);
        for (const [index, order] of kept.entries()) expect(order).toBeGreaterThan(kept[index - 1] ?? 0);
        expect(keepOrder(kept)).toEqual(kept);
      }),
    );
  });
});
