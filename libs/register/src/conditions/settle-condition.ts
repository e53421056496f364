import { Injectable } from '@nestjs/common';
import { type Actor, type Content, type Fault, sightOf } from '@zvit/domain';
import { type Idempotency, type Receipt, Store } from '@zvit/store';
import { wishedFaults } from '../records/as-wished.js';
import { recordedNow } from '../records/named-record.js';
import { type CitationWish, citationsFrom } from '../records/wished-citations.js';
import { reviseCondition } from './revise-condition.js';

/** What became of a condition, with the evidence of that. */
export interface SettlementWish {
  readonly status: 'met' | 'waived' | 'failed';
  /** EDTF day, month or year; with `met`, and only then. */
  readonly metOn?: string | null;
  readonly because: string;
  readonly citations?: readonly CitationWish[];
}

/** A condition was met, waived, or failed. It waits for a second person: steps and support come to rest on it. */
@Injectable()
export class SettleCondition {
  constructor(private readonly store: Store) {}

  run(
    actor: Actor,
    condition: string,
    wish: SettlementWish,
    expected: number,
    idempotency?: Idempotency,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const record = await recordedNow(tx, actor, 'condition', condition, expected);
        const stated = (record.content.citations ?? {}) as Content;
        const last = Math.max(0, ...Object.keys(stated).map(Number));
        const added = await citationsFrom(tx, sightOf(actor.roles), wish.citations, last + 1);
        const after = {
          ...record.content,
          status: wish.status,
          metOn: wish.metOn ?? null,
          citations: { ...stated, ...added },
        };
        const revision = { verb: 'change', because: wish.because } as const;
        const uncited = !wish.citations?.length ? [UNCITED] : [];
        return reviseCondition(tx, actor, record, after, revision, (faults) => [
          ...asRequested(faults, last),
          ...uncited,
        ]);
      },
      idempotency,
    );
  }
}

const UNCITED: Fault = {
  pointer: '/citations',
  code: 'uncited',
  detail: 'That a condition was settled is a statement of its own: name at least one source for it.',
};

/** The citations of the request stand behind those that the condition had already. */
function asRequested(faults: readonly Fault[], last: number): Fault[] {
  const shifted = faults.map((fault) => ({
    ...fault,
    pointer: fault.pointer.replace(/^\/citations\/(\d+)/, (_, n: string) => `/citations/${Number(n) - last}`),
  }));
  return wishedFaults(shifted, {});
}
