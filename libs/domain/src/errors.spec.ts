import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ERROR_CODES, type ErrorCode, type Fault, refuseFaults, Refusal } from './errors.js';

const codes = Object.keys(ERROR_CODES) as ErrorCode[];
const fault = (pointer: string): Fault => ({ pointer, code: 'missing', detail: 'It has to be given.' });

/** What a function throws; fails the test when it throws nothing. */
function thrownBy(act: () => void): Refusal {
  try {
    act();
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('nothing was thrown');
}

describe('the codes of what is refused', () => {
  it.each<[number, ErrorCode[]]>([
    [400, ['invalid-input', 'malformed-request']],
    [401, ['not-logged-in', 'wrong-credentials']],
    [403, ['missing-role', 'foreign-origin']],
    [409, ['blocked', 'stale', 'own-proposal', 'content-changed', 'key-reused', 'already-exists']],
    [412, ['version-changed']],
    [428, ['version-required']],
    [429, ['too-many-attempts']],
    [503, ['not-ready', 'storage-refused']],
  ])('of status %d are these', (status, expected) => {
    expect(codes.filter((code) => ERROR_CODES[code] === status)).toEqual(expected);
  });

  it('can stand in the address of a problem type, and each has a status of an error', () => {
    for (const code of codes) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(ERROR_CODES[code]).toBeGreaterThanOrEqual(400);
      expect(ERROR_CODES[code]).toBeLessThan(600);
    }
  });
});

describe('a refusal', () => {
  it.each(codes)('of code %s is an error with its sentence, its status and nothing more', (code) => {
    const refusal = new Refusal(code, 'This can’t be.');
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal).toMatchObject({ name: 'Refusal', code, message: 'This can’t be.', status: ERROR_CODES[code] });
    expect(refusal.more).toEqual({});
  });

  it('carries faults, blockers and when to come again', () => {
    const more = {
      faults: [fault('/a')],
      blockers: [{ code: 'missing-role', role: 'approver' }],
      retryAfterSeconds: 30,
    };
    expect(new Refusal('blocked', 'No.', more).more).toEqual(more);
  });
});

describe('refusing faults', () => {
  it('does nothing when there are none', () => {
    expect(() => refuseFaults([])).not.toThrow();
  });

  it.each<[string, Fault[], string]>([
    ['one', [fault('/names/en')], '/names/en: It has to be given.'],
    ['two', [fault('/a'), fault('/b')], '/a: It has to be given. (and 1 more)'],
    ['three', [fault('/a'), fault('/b'), fault('/c')], '/a: It has to be given. (and 2 more)'],
    ['one of the whole', [fault('')], '/: It has to be given.'],
  ])('says the first of %s and how many more', (_, faults, message) => {
    expect(thrownBy(() => refuseFaults(faults)).message).toBe(message);
  });

  it('carries every fault at once, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.string().map(fault), { minLength: 1 }), (faults) => {
        const refusal = thrownBy(() => refuseFaults(faults));
        expect(refusal).toBeInstanceOf(Refusal);
        expect(refusal).toMatchObject({ code: 'invalid-input', status: 400 });
        expect(refusal.more).toEqual({ faults });
      }),
    );
  });
});
