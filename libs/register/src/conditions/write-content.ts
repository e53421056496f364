import { type Classification, type Content, type Sight } from '@zvit/domain';
import { resolve, type Tx } from '@zvit/store';
import { type CitationWish, citationsFrom, given } from '../records/wished-citations.js';

/** A condition as a person records it: of one party's support or hosting, or of the mechanism's own next step. */
export interface ConditionWish {
  /** A party by the data's own name, or `mechanism`. */
  readonly holder: string;
  readonly bearsOn: string;
  readonly text: string;
  readonly threshold?: { readonly count: number; readonly act: string };
  readonly setOn?: string | null;
  readonly metOn?: string | null;
  readonly status?: string;
  readonly lang?: 'en' | 'nl' | 'uk';
  readonly class?: Classification;
  readonly verified?: boolean;
  readonly notes?: string;
  readonly citations?: readonly CitationWish[];
}

/** The content of a condition as wished, without its mechanism. */
export async function conditionContent(tx: Tx, sight: Sight, wish: ConditionWish): Promise<Content> {
  const { threshold } = wish;
  return given({
    holder: wish.holder === 'mechanism' ? wish.holder : await resolve(tx, sight, 'party', wish.holder),
    bearsOn: wish.bearsOn,
    text: wish.text,
    threshold: threshold && { count: threshold.count, act: threshold.act },
    setOn: wish.setOn ?? null,
    metOn: wish.metOn ?? null,
    status: wish.status ?? 'open',
    lang: wish.lang,
    class: wish.class,
    verified: wish.verified ?? false,
    notes: wish.notes,
    citations: await citationsFrom(tx, sight, wish.citations),
  });
}
