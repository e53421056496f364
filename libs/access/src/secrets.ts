import { createHash, randomBytes } from 'node:crypto';

/** SHA-256 as 64 hexadecimal digits: the only form in which a cookie, token or invitation is kept. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A secret of 256 random bits, 43 characters. So long a secret needs no slow hash: nobody guesses it from its digest. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** An instant of the house's format, moved by so many seconds. */
export const later = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1_000).toISOString();

/** Whole seconds from one instant until another, rounded up; at least 1. */
export const secondsUntil = (from: string, until: string): number =>
  Math.max(1, Math.ceil((Date.parse(until) - Date.parse(from)) / 1_000));
