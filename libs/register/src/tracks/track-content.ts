import { type Kept } from '../keeping/kept.js';
import { citationsFrom, given } from '../records/wished-citations.js';
import { type TrackWishDto } from './track-wish.dto.js';

/** A track as a person records it. */
export const TRACK: Kept<TrackWishDto> = {
  type: 'track',
  renamed: {},
  content: async (tx, sight, wish) =>
    given({
      subject: wish.subject,
      status: wish.status,
      since: wish.since,
      expires: wish.expires,
      lang: wish.lang,
      class: wish.class,
      notes: wish.notes,
      citations: await citationsFrom(tx, sight, wish.citations),
    }),
};
