import { type Content, type Json, type Sight } from '@zvit/domain';
import { type Tx } from '@zvit/store';
import { type Kept } from '../keeping/kept.js';
import { citationsFrom, given } from '../records/wished-citations.js';
import { type ConflictWishDto } from './conflict-wish.dto.js';

/** A conflict of sources as a person records it. */
export const CONFLICT: Kept<ConflictWishDto> = {
  type: 'conflict',
  renamed: {},
  content: async (tx, sight, wish) =>
    given({
      field: wish.field,
      values: await valuesFrom(tx, sight, wish.values),
      preferred: wish.preferred,
      resolution: wish.resolution,
      lang: wish.lang,
      class: wish.class,
    }),
  lists: ['values'],
};

async function valuesFrom(tx: Tx, sight: Sight, wishes: ConflictWishDto['values']): Promise<Content> {
  const values: Record<string, Json> = {};
  for (const [index, { value, citations }] of wishes.entries())
    values[String(index + 1)] = { value, citations: await citationsFrom(tx, sight, citations) };
  return values;
}
