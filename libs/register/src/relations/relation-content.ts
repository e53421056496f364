import { resolve } from '@zvit/store';
import { type Kept } from '../keeping/kept.js';
import { citationsFrom, given } from '../records/wished-citations.js';
import { type RelationWishDto } from './relation-wish.dto.js';

/** A revision says nothing of the other mechanism. */
type RelationWish = Omit<RelationWishDto, 'target'> & { readonly target?: string };

/** A relation as a person records it. Its class follows from both mechanisms, so the other one stays. */
export const RELATION: Kept<RelationWish> = {
  type: 'relation',
  renamed: {},
  content: async (tx, sight, wish) =>
    given({
      type: wish.type,
      target: wish.target === undefined ? undefined : await resolve(tx, sight, 'mechanism', wish.target),
      lang: wish.lang,
      class: wish.class,
      notes: wish.notes,
      citations: await citationsFrom(tx, sight, wish.citations),
    }),
  fixed: ['target'],
  faults: (_, { mechanism, target }) =>
    Promise.resolve(
      mechanism === target
        ? [{ pointer: '/target', code: 'contradiction', detail: 'A mechanism stands in no relation to itself.' }]
        : [],
    ),
};
