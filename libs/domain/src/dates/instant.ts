import { type Day, isDay } from './day.js';

declare const instantBrand: unique symbol;

/** A moment of record time as the house writes it: UTC ISO 8601 with milliseconds, 24 characters
 *  ('2026-11-23T09:30:00.000Z'). Such texts sort bytewise in order of time. */
export type Instant = string & { readonly [instantBrand]: true };

const HOUSE = /^(.{10})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,20}))?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Whether the text is an instant of the house's format on a day that exists. No offset, no leap second, no 24:00. */
export function isInstant(text: string): text is Instant {
  const day = HOUSE.exec(text)?.[1];
  return day !== undefined && isDay(day);
}

/** Reads an RFC 3339 date-time of any offset into the house's format; null when it is none, when its UTC year is
 *  outside 0001 to 9999, or when it is a leap second (`:60`), which the house's format can't hold. Digits after the
 *  millisecond are cut, never rounded up: an instant that was asked for must not slip past what was asked. */
export function readInstant(text: string): Instant | null {
  const [, day, time, fraction = '', offset] = RFC_3339.exec(text.toUpperCase()) ?? [];
  if (day === undefined || !isDay(day)) return null;
  const moment = Date.parse(`${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}${offset}`);
  const instant = new Date(moment).toISOString();
  return isInstant(instant) ? instant : null;
}

/** The UTC day on which an instant of the house's format falls. Throws RangeError for any other text: that is a defect
 *  of the caller, input is read by `readInstant`. */
export function utcDay(instant: string): Day {
  if (!isInstant(instant)) throw new RangeError(`not an instant of the house's format: ${JSON.stringify(instant)}`);
  return instant.slice(0, 10) as Day;
}
