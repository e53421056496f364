import { type Kept } from '../keeping/kept.js';
import { citationsFrom, given } from '../records/wished-citations.js';
import { type NoteWishDto } from './note-wish.dto.js';

/** A note as a person records it. */
export const NOTE: Kept<NoteWishDto> = {
  type: 'note',
  renamed: {},
  content: async (tx, sight, wish) =>
    given({
      text: wish.text,
      lang: wish.lang,
      class: wish.class,
      citations: await citationsFrom(tx, sight, wish.citations),
    }),
};
