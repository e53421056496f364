import { createHash } from 'node:crypto';
import { ProofError } from './errors.js';

/** Length in bytes of each hash of the tree: SHA-256. */
export const HASH_BYTES = 32;

const leafPrefix = Buffer.of(0x00);
const nodePrefix = Buffer.of(0x01);

/**
 * The hash of a leaf: SHA-256(0x00 || bytes), RFC 6962 section 2.1. The prefix keeps an inner node from being passed off
 * as a leaf whose bytes are two hashes.
 */
export function leafHash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(leafPrefix).update(bytes).digest();
}

/** The hash of an inner node: SHA-256(0x01 || left || right), RFC 6962 section 2.1. @throws ProofError `bad-hash` */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(nodePrefix).update(demandHash(left)).update(demandHash(right)).digest();
}

/** The root of the tree without leaves: SHA-256 of nothing, RFC 6962 section 2.1. */
export function emptyRoot(): Buffer {
  return createHash('sha256').digest();
}

/**
 * Gives back a hash that is 32 bytes. With other lengths an enemy could shift bytes from one sibling to the next and keep
 * the hash of both. @throws ProofError `bad-hash` for whatever else stands there, of any type
 */
export function demandHash(hash: Uint8Array): Uint8Array {
  if (!((hash as unknown) instanceof Uint8Array) || hash.length !== HASH_BYTES)
    throw new ProofError('bad-hash', `a hash has ${HASH_BYTES} bytes`);
  return hash;
}
