import { Refusal } from '../errors.js';
import { type DateSpan, placeOf } from './span.js';

/** Key of what has neither date nor order key: after everything else, since '~' follows all digits and letters. */
export const UNPLACED = '~';

const ORDER_KEY = /^[0-9A-Za-z.-]{1,32}$/;

/** Whether the text can place an undated record: 1 to 32 characters of 0-9, A-Z, a-z, '.' and '-'. */
export function isOrderKey(text: string): boolean {
  return ORDER_KEY.test(text);
}

/**
 * Text by which dated and undated records sort together, compared bytewise (at most 56 characters). Dated: where
 * `placeOf` puts the span; an order key beside it only parts records of equal spans. Undated: the order key itself, so
 * that '2023-05-17' stands before all of that day, '2023-05-17.1' after all of it and before the next. Throws a
 * refusal with a fault at /orderKey for a key of other characters: one could otherwise be made to sort anywhere.
 */
export function sortKey(span: DateSpan | null, orderKey?: string | null): string {
  const key = orderKey ?? null;
  if (key !== null && !isOrderKey(key)) {
    const detail = 'an order key has 1 to 32 characters of 0-9, A-Z, a-z, "." and "-"';
    throw new Refusal('invalid-input', detail, { faults: [{ pointer: '/orderKey', code: 'wrong-type', detail }] });
  }
  if (span === null) return key ?? UNPLACED;
  return key === null ? placeOf(span) : `${placeOf(span)} ${key}`;
}
