import { Refusal, refuseFaults } from '@zvit/domain';
import { jsonDepth } from './json-depth.js';
import { duplicateKeys, jsonFaults } from './json-faults.js';

/** The largest body that is read, in bytes. */
export const BODY_LIMIT = 1024 * 1024;

/** How deep a body may nest; the deepest that the API knows has less than ten levels. */
export const MOST_LEVELS = 64;

/** Media types that are JSON: the plain one and those that say so by their ending (RFC 6839). */
export const JSON_TYPES = /^application\/(json|[a-z0-9][\w.!#$&^-]*\+json)(;|$)/i;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The object that the bytes of a body are. Every body of this API is an object, so anything else is refused here.
 * An enemy chooses each byte: depth is counted before anything walks the value.
 */
export function readJson(bytes: Uint8Array): object {
  if (bytes.length === 0) throw malformed('The body is empty, though its type is JSON.');
  const text = decoded(bytes);
  if (jsonDepth(text, MOST_LEVELS) > MOST_LEVELS) throw malformed(`The body nests deeper than ${MOST_LEVELS} levels.`);
  const value = parsed(text);
  refuseFaults([...jsonFaults(value), ...duplicateKeys(text)]);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuseFaults([{ pointer: '', code: 'wrong-type', detail: 'The body must be an object.' }]);
  return value as object;
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformed('The body is not UTF-8.');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // The engine's sentence quotes the body; of it only the place is passed on.
    const place = /at position (\d+)/.exec((error as Error).message)?.[1];
    throw malformed(
      place === undefined ? 'The body is not JSON.' : `The body is not JSON, from character ${place} on.`,
    );
  }
}

const malformed = (detail: string): Refusal => new Refusal('malformed-request', detail);
