import { describe, expect, it } from '@jest/globals';
import { standIn } from './stand-in.js';

const error = (property: string, ...rules: string[]) => ({
  property,
  constraints: Object.fromEntries(rules.map((rule) => [rule, 'It has to be other.'])),
});

describe('what stands in for a body with faults', () => {
  it('has no unknown members, and everything that was right', () => {
    const body = { a: 'right', b: 1, extra: { deep: true } };
    expect(standIn(body, [error('extra', 'whitelistValidation')])).toEqual({ a: 'right', b: 1 });
    expect(body.extra).toEqual({ deep: true });
  });

  it.each<[string, unknown, string[], unknown]>([
    ['a text', 5, ['isString', 'maxLength'], ''],
    ['a text where a list was sent', ['x'], ['isString'], ''],
    ['a text that was not sent', undefined, ['isString'], ''],
    ['a term of a closed list', 'x', ['isIn'], null],
    ['a list', 'x', ['isArray', 'nestedValidation'], []],
    ['a list of at most a few', Array(9).fill('x'), ['arrayMaxSize'], []],
  ])('has for %s something harmless of that shape', (_, value, rules, expected) => {
    expect(standIn({ m: value }, [error('m', ...rules)])).toEqual({ m: expected });
  });

  it('has no group where something else was sent for it', () => {
    expect(standIn({ m: 'x' }, [error('m', 'nestedValidation')])).toEqual({});
  });

  it('has an empty list for one whose items are wrong', () => {
    const wrong = { property: 'm', constraints: { isString: 'each value in m must be a string' } };
    expect(standIn({ m: ['a', 5] }, [wrong])).toEqual({ m: [] });
  });

  it('keeps the items of lists of groups in their places', () => {
    const body = { list: [{ a: 1, b: 'right' }, 'none', { b: 'right' }] };
    const errors = [
      {
        property: 'list',
        children: [{ property: '0', children: [error('a', 'isString')] }, error('1', 'nestedValidation')],
      },
    ];
    expect(standIn(body, errors)).toEqual({ list: [{ a: '', b: 'right' }, {}, { b: 'right' }] });
  });

  it('is an object where nothing was sent', () => {
    expect(standIn(undefined, [error('a', 'isString')])).toEqual({ a: '' });
  });
});
