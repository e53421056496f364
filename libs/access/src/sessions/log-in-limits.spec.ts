import { describe, expect, it } from '@jest/globals';
import { later } from '../secrets.js';
import { LIMITS, LogInLimits } from './log-in-limits.js';

const start = '2026-06-01T08:00:00.000Z';

function limitsAt() {
  const at = { now: start };
  const limits = new LogInLimits(() => at.now);
  const fails = (): Promise<string | undefined> => Promise.resolve(undefined);
  const wrong = (address: string, name: string) => limits.attempt(address, name, fails);
  const right = (address: string, name: string) => limits.attempt(address, name, () => Promise.resolve('in'));
  return { at, limits, wrong, right };
}

const held = { code: 'too-many-attempts' };

describe('failed log-ins', () => {
  it('are borne up to the limit of an account, from wherever they come', async () => {
    const { wrong, right } = limitsAt();
    for (let n = 0; n < LIMITS.account; n += 1) expect(await wrong(`address ${n}`, 'a')).toBeUndefined();
    await expect(right('elsewhere', 'a')).rejects.toMatchObject(held);
    expect(await right('elsewhere', 'b')).toBe('in');
  });

  it('are borne up to the limit of an address, whatever names are tried', async () => {
    const { wrong, right } = limitsAt();
    for (let n = 0; n < LIMITS.address; n += 1) await wrong('one', `name ${n}`);
    await expect(right('one', 'fresh')).rejects.toMatchObject(held);
    expect(await right('two', 'fresh')).toBe('in');
  });

  it('are forgotten by a success of the account, not by one of another', async () => {
    const { wrong, right } = limitsAt();
    for (let n = 1; n < LIMITS.account; n += 1) await wrong('one', 'a');
    await right('one', 'b');
    await right('one', 'a');
    for (let n = 1; n < LIMITS.account; n += 1) await wrong('one', 'a');
    expect(await right('one', 'a')).toBe('in');
  });

  it('are forgotten with time, and the refusal says when', async () => {
    const { at, wrong, right } = limitsAt();
    await wrong('one', 'a');
    at.now = later(start, 60);
    for (let n = 1; n < LIMITS.account; n += 1) await wrong('one', 'a');
    await expect(right('one', 'a')).rejects.toMatchObject({ more: { retryAfterSeconds: LIMITS.seconds - 60 } });
    at.now = later(start, LIMITS.seconds);
    expect(await right('one', 'a')).toBe('in');
  });

  it('sent at once are counted one by one; what was held off is not looked at', async () => {
    const { limits } = limitsAt();
    let looked = 0;
    const guesses = Array.from({ length: 200 }, () =>
      limits.attempt('one', 'a', async () => {
        looked += 1;
        await Promise.resolve();
        return undefined;
      }),
    );
    const ends = await Promise.allSettled(guesses);
    expect(looked).toBe(LIMITS.account);
    expect(ends.filter((end) => end.status === 'rejected')).toHaveLength(200 - LIMITS.account);
  });

  it('that break are none: the next attempt goes on', async () => {
    const { limits, right } = limitsAt();
    for (let n = 0; n < LIMITS.account * 2; n += 1)
      await expect(limits.attempt('one', 'a', () => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
    expect(await right('one', 'a')).toBe('in');
  });
});
