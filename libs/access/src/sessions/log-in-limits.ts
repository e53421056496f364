import { Refusal } from '@zvit/domain';
import { later, secondsUntil } from '../secrets.js';

/**
 * How many failed log-ins are borne within fifteen minutes. Only failures count, and a success clears those of its account.
 * The counts live in this process: with several behind one address each bears so many, and a restart begins anew.
 */
export const LIMITS = { account: 10, address: 50, seconds: 15 * 60 } as const;

/** Names and addresses that are kept at most; an attacker who makes up more pushes out the oldest counts. */
const MOST_KEYS = 50_000;

export class LogInLimits {
  private readonly failures = new Map<string, string[]>();
  private readonly lanes = new Map<string, Promise<unknown>>();

  constructor(private readonly now: () => string) {}

  /**
   * Runs one attempt, one at a time for each address and for each name: two hundred guesses sent at once are counted one by
   * one, and two hundred people behind one address who know their passwords are refused nothing. `undefined` is a failure.
   */
  attempt<T>(address: string, name: string, check: () => Promise<T | undefined>): Promise<T | undefined> {
    const keys = { address: `address ${address}`, account: `account ${name}` };
    return this.inLane(keys.address, () =>
      this.inLane(keys.account, async () => {
        this.refuseWhenFull(keys.address, LIMITS.address);
        this.refuseWhenFull(keys.account, LIMITS.account);
        const found = await check();
        if (found !== undefined) this.failures.delete(keys.account);
        else for (const key of Object.values(keys)) this.count(key);
        return found;
      }),
    );
  }

  private refuseWhenFull(key: string, limit: number): void {
    const now = this.now();
    const recent = (this.failures.get(key) ?? []).filter((at) => at > later(now, -LIMITS.seconds));
    if (recent.length === 0) this.failures.delete(key);
    if (recent.length < limit) return;
    const free = later(recent[recent.length - limit]!, LIMITS.seconds);
    throw new Refusal('too-many-attempts', 'Too many failed log-ins. Wait before the next.', {
      retryAfterSeconds: secondsUntil(now, free),
    });
  }

  private count(key: string): void {
    const now = this.now();
    const recent = (this.failures.get(key) ?? []).filter((at) => at > later(now, -LIMITS.seconds));
    // Taken out first, so that the map stays in the order of the last failure.
    this.failures.delete(key);
    this.failures.set(key, [...recent, now]);
    const oldest = this.failures.keys().next().value;
    if (this.failures.size > MOST_KEYS && oldest !== undefined) this.failures.delete(oldest);
  }

  private inLane<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.lanes.get(key) ?? Promise.resolve()).then(work, work);
    const end = turn.then(
      () => undefined,
      () => undefined,
    );
    this.lanes.set(key, end);
    void end.then(() => {
      if (this.lanes.get(key) === end) this.lanes.delete(key);
    });
    return turn;
  }
}
