import { type Kept } from '../keeping/kept.js';
import { citationsFrom, given } from '../records/wished-citations.js';
import { type FigureWishDto } from './figure-wish.dto.js';

/** A figure as a person records it. */
export const FIGURE: Kept<FigureWishDto> = {
  type: 'figure',
  renamed: {},
  content: async (tx, sight, wish) =>
    given({
      measure: wish.measure,
      value: wish.value,
      unit: wish.unit,
      precision: wish.precision,
      asOf: wish.asOf,
      extent: wish.extent,
      lang: wish.lang,
      class: wish.class,
      verified: wish.verified ?? false,
      notes: wish.notes,
      citations: await citationsFrom(tx, sight, wish.citations),
    }),
};
