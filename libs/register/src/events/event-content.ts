import { type Classification, type Content, type Sight } from '@zvit/domain';
import { type Tx } from '@zvit/store';
import { type CitationWish, citationsFrom, given } from '../records/wished-citations.js';

/** An event as a person records it: something that has happened, with its evidence. */
export interface EventWish {
  readonly kind: string;
  readonly happened: string | null;
  readonly extent?: 'within' | 'throughout';
  readonly orderKey?: string;
  readonly title: string;
  readonly description: string;
  readonly place?: string | null;
  readonly lang?: 'en' | 'nl' | 'uk';
  readonly class?: Classification;
  readonly verified?: boolean;
  readonly notes?: string;
  readonly citations?: readonly CitationWish[];
}

export const RENAMED = { date: 'happened' };

/** The content of an event as wished, without its mechanism. */
export async function eventContent(tx: Tx, sight: Sight, wish: EventWish): Promise<Content> {
  return given({
    kind: wish.kind,
    date: wish.happened,
    extent: wish.extent,
    orderKey: wish.orderKey,
    title: wish.title,
    description: wish.description,
    place: wish.place ?? null,
    lang: wish.lang,
    class: wish.class,
    verified: wish.verified ?? false,
    notes: wish.notes,
    citations: await citationsFrom(tx, sight, wish.citations),
  });
}
