import { resolve } from '@zvit/store';
import { forecastFaults } from './forecast-faults.js';
import { type Kept } from '../keeping/kept.js';
import { citationsFrom, given } from '../records/wished-citations.js';
import { type ForecastWishDto } from './forecast-wish.dto.js';

/** A forecast as a person records it. What became of it is a change of it: it never goes away silently. */
export const FORECAST: Kept<ForecastWishDto> = {
  type: 'forecast',
  renamed: {},
  content: async (tx, sight, wish) =>
    given({
      statement: wish.statement,
      by: await resolve(tx, sight, 'party', wish.by),
      madeOn: wish.madeOn,
      expected: wish.expected,
      extent: wish.extent,
      outcome: wish.outcome ?? 'open',
      metBy: typeof wish.metBy === 'string' ? await resolve(tx, sight, 'event', wish.metBy) : null,
      laterEvent: typeof wish.laterEvent === 'string' ? await resolve(tx, sight, 'event', wish.laterEvent) : undefined,
      lang: wish.lang,
      class: wish.class,
      verified: wish.verified ?? false,
      notes: wish.notes,
      citations: await citationsFrom(tx, sight, wish.citations),
    }),
  faults: forecastFaults,
};
