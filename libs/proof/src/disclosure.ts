import { createHash, randomBytes } from 'node:crypto';
import { canonicalBytes, type Json } from './canonical.js';
import { ProofError } from './errors.js';

/** A disclosure of an object property taken apart (RFC 9901 section 4.2.1). */
export interface Disclosure {
  readonly salt: string;
  readonly name: string;
  readonly value: Json;
}

/** A disclosure as it is kept and sent, and the digest by which an envelope commits to it. Both are base64url. */
export interface SealedDisclosure {
  readonly encoded: string;
  /** 43 characters: SHA-256. */
  readonly digest: string;
}

const SALT_BYTES = 16;
const salted = /^[\w-]{22,}$/;
// RFC 9901 section 4.2.1: names by which the envelope itself is read.
const reserved = new Set(['_sd', '...']);

/**
 * Seals one field: base64url of the UTF-8 of the JSON array [salt, name, value] (RFC 9901 section 4.2.1), written canonically
 * so that equal input gives equal bytes, and its digest.
 *
 * @param salt base64url of 128 bits or more, 22 characters up. Left out it is random, and so it should be: who knows or guesses the salt
 *   finds a withheld or erased value by trying. Given only to make a disclosure anew.
 * @throws ProofError `not-json`, `bad-salt`, `bad-disclosure` for the reserved names `_sd` and `...`
 */
export function makeDisclosure(
  name: string,
  value: Json,
  salt = randomBytes(SALT_BYTES).toString('base64url'),
): SealedDisclosure {
  if (!salted.test(salt)) throw new ProofError('bad-salt', 'a salt is 22 or more characters of base64url');
  demandName(name);
  const encoded = canonicalBytes([salt, name, value]).toString('base64url');
  return { encoded, digest: digestOf(encoded) };
}

/**
 * Reads a disclosure of an object property (RFC 9901 section 4.2.1), from any issuer: its JSON need not be canonical. Strict
 * all the same: base64url without padding or stray bits, valid UTF-8 without byte order mark, an array of exactly three,
 * salt and name strings, the name not reserved, nothing in it that has no canonical form.
 *
 * It says nothing about whether an envelope commits to it: compare {@link digestOf} with the envelope's digests first. Where a
 * member is named twice within the value the last one counts, as in JSON.parse.
 *
 * @throws ProofError `bad-disclosure`
 */
export function readDisclosure(encoded: string): Disclosure {
  const bytes = bytesOf(encoded);
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) throw bad('is not UTF-8');
  const parts = parse(text);
  if (!Array.isArray(parts) || parts.length !== 3) throw bad('is no array of salt, name and value');
  const [salt, name, value] = parts as [Json, Json, Json];
  if (typeof salt !== 'string' || typeof name !== 'string') throw bad('has a salt or a name that is no string');
  demandName(name);
  return { salt, name, value };
}

/**
 * The digest of a disclosure: base64url of SHA-256 over its ASCII characters, not over what they decode to (RFC 9901 section
 * 4.2.3). 43 characters. Other characters are refused: cut down to ASCII, two texts could share a digest.
 *
 * @throws ProofError `bad-disclosure`
 */
export function digestOf(encoded: string): string {
  bytesOf(encoded);
  return createHash('sha256').update(encoded, 'ascii').digest('base64url');
}

/**
 * Digests in ascending order of their bytes, as a new list: what `_sd` carries. The order keeps that of the fields from
 * showing (RFC 9901 section 4.2.4.1). Nothing is dropped or checked.
 */
export function sortDigests(digests: readonly string[]): string[] {
  // By UTF-16 units, which for the ASCII of base64url is by bytes.
  return [...digests].sort();
}

function bytesOf(encoded: unknown): Buffer {
  if (typeof encoded !== 'string') throw bad('is no text');
  const bytes = Buffer.from(encoded, 'base64url');
  // Decoding skips what it does not know; only what comes out as it went in was base64url.
  if (bytes.toString('base64url') !== encoded) throw bad('is not base64url');
  return bytes;
}

function parse(text: string): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
    canonicalBytes(parsed);
  } catch {
    throw bad('is not JSON with a canonical form');
  }
  return parsed;
}

function demandName(name: string): void {
  if (reserved.has(name)) throw bad(`has the reserved name ${name}`);
}

const bad = (what: string) => new ProofError('bad-disclosure', `the disclosure ${what}`);
