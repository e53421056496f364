import { Injectable } from '@nestjs/common';
import { type Actor, type Fault, readInstant, refuseFaults, type Role, toFields } from '@zvit/domain';
import { type Idempotency, type Receipt, Store } from '@zvit/store';
import { sortRoles } from '../accounts/account-rules.js';
import { later, newSecret, sha256 } from '../secrets.js';
import { inPerson } from '../sessions/in-person.js';

/** The longest life of a token, in seconds: one year. */
export const LONGEST_LIFE = 366 * 24 * 60 * 60;

export interface TokenWish {
  readonly label: string;
  readonly scopes: readonly Role[];
  readonly expiresAt: string;
}

/** Makes a token for one's own account. Its secret is in the answer and nowhere else: kept is only its hash. */
@Injectable()
export class IssueToken {
  constructor(private readonly store: Store) {}

  async run(actor: Actor, wish: TokenWish, idempotency?: Idempotency): Promise<Receipt & { secret: string | null }> {
    inPerson(actor);
    const expiresAt = this.check(actor, wish);
    const secret = `zvit_${newSecret()}`;
    let issued: string | null = null;
    const receipt = await this.store.act(
      actor,
      async (tx) => {
        issued = secret;
        const content = {
          account: actor.account,
          label: wish.label,
          scopes: sortRoles(wish.scopes),
          expiresAt,
          hash: sha256(secret),
          state: 'active',
        };
        return tx.append({ act: 'token.issue', record: { type: 'token', id: tx.newId() }, fields: toFields(content) });
      },
      idempotency,
    );
    // Asked again by the same key: the first token stands, and its secret was shown once.
    return { ...receipt, secret: issued };
  }

  /** The end of the token as an instant of the house's format; every fault of the wish at once. */
  private check(actor: Actor, { scopes, expiresAt }: TokenWish): string {
    const faults: Fault[] = scopes.flatMap((scope, at) =>
      actor.roles.includes(scope)
        ? []
        : [{ pointer: `/scopes/${at}`, code: 'not-in-vocabulary', detail: 'A token has no role that you have not.' }],
    );
    const end = readInstant(expiresAt);
    const fault = endFault(end, this.store.clock.now());
    if (fault) faults.push({ pointer: '/expiresAt', ...fault });
    refuseFaults(faults);
    return end!;
  }
}

function endFault(end: string | null, now: string): Pick<Fault, 'code' | 'detail'> | undefined {
  if (end === null) return { code: 'not-a-date', detail: 'An instant such as 2026-06-01T12:00:00Z.' };
  if (end <= now) return { code: 'end-before-begin', detail: 'A token ends after it begins.' };
  if (end > later(now, LONGEST_LIFE)) return { code: 'not-a-date', detail: 'A token ends within a year.' };
  return undefined;
}
