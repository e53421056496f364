import { ProofError } from './errors.js';
import { demandHash, nodeHash } from './tree-hash.js';

// The checking path shares nothing with the making path in tree.ts but the hash functions: that one walks from the root down as
// RFC 6962 defines the proofs, this one from the leaf up as RFC 9162 checks them, so that a mistake in one is found by the other.

/** A claim that a leaf stands in a tree, with its proof. Each part may come from an enemy, save a root from a signed checkpoint. */
export interface InclusionClaim {
  /** Number of the leaf, from 0. */
  readonly index: number;
  /** Number of leaves in the tree. */
  readonly size: number;
  /** 32 bytes; the caller hashes the leaf it holds. */
  readonly leafHash: Uint8Array;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** Hashes of 32 bytes, from the leaf's sibling to the child of the root. */
  readonly proof: readonly Uint8Array[];
}

/** A claim that one tree begins with another, with its proof. Each part may come from an enemy, save signed sizes and roots. */
export interface ConsistencyClaim {
  /** Number of leaves of the older tree, 1 or more. */
  readonly size1: number;
  /** Number of leaves of the newer tree, `size1` or more. */
  readonly size2: number;
  /** 32 bytes, of the older tree. */
  readonly root1: Uint8Array;
  /** 32 bytes, of the newer tree. */
  readonly root2: Uint8Array;
  /** Hashes of 32 bytes in the order of RFC 6962 section 2.1.2; empty for equal sizes. */
  readonly proof: readonly Uint8Array[];
}

/**
 * Returns when the leaf stands at its place in the tree, and throws otherwise (RFC 9162 section 2.1.3.2). Numbers are checked
 * before use and the proof is read no further than the tree is high, so a claim of any size costs at most 53 hashes.
 *
 * @throws ProofError `bad-number`, `bad-hash`, `bad-proof`, `root-mismatch`
 */
export function verifyInclusion({ index, size, leafHash, root, proof }: InclusionClaim): void {
  if (!isCount(size) || !isCount(index) || index >= size)
    throw new ProofError('bad-number', `no leaf ${String(index)} in a tree of ${String(size)} leaves`);
  demandHash(root);
  demandList(proof);
  let at = index;
  let last = size - 1;
  let hash = demandHash(leafHash);
  for (const sibling of proof) {
    if (last === 0) throw tooLong();
    if (isOdd(at) || at === last) {
      hash = nodeHash(sibling, hash);
      // The last node of a level with no sibling rises until it is a right child. `at` is not 0 here: `last` was not.
      for (; !isOdd(at); at = half(at)) last = half(last);
    } else hash = nodeHash(hash, sibling);
    at = half(at);
    last = half(last);
  }
  if (last !== 0) throw tooShort();
  demandSame(hash, root, 'root');
}

/**
 * Returns when the newer tree begins with all leaves of the older one, in their order, and throws otherwise (RFC 9162 section
 * 2.1.4.2). A claim from size 0 is refused: an empty tree binds nobody, and who accepts it accepts any history.
 *
 * @throws ProofError `bad-number`, `bad-hash`, `bad-proof`, `root-mismatch`
 */
export function verifyConsistency({ size1, size2, root1, root2, proof }: ConsistencyClaim): void {
  if (!isCount(size1) || !isCount(size2) || size1 === 0 || size1 > size2)
    throw new ProofError('bad-number', `no tree of ${String(size2)} leaves begins with one of ${String(size1)}`);
  demandHash(root1);
  demandHash(root2);
  demandList(proof);
  if (size1 === size2) {
    if (proof.length > 0) throw tooLong();
    demandSame(root1, root2, 'root');
    return;
  }
  let at = size1 - 1;
  let last = size2 - 1;
  for (; isOdd(at); at = half(at)) last = half(last);
  // The walk begins at the largest complete subtree that ends the older tree. Where that is the whole older tree, its root
  // is known and left out of the proof.
  const whole = at === 0;
  if (!whole && proof.length === 0) throw tooShort();
  let older = demandHash(whole ? root1 : proof[0]!);
  let newer = older;
  for (let step = whole ? 0 : 1; step < proof.length; step++) {
    if (last === 0) throw tooLong();
    const sibling = proof[step]!;
    if (isOdd(at) || at === last) {
      older = nodeHash(sibling, older);
      newer = nodeHash(sibling, newer);
      // As above: `at` is not 0 here.
      for (; !isOdd(at); at = half(at)) last = half(last);
    } else newer = nodeHash(newer, sibling);
    at = half(at);
    last = half(last);
  }
  if (last !== 0) throw tooShort();
  demandSame(older, root1, 'older root');
  demandSame(newer, root2, 'newer root');
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
// No bit operators: they would cut sizes at 32 bits.
const isOdd = (value: number) => value % 2 === 1;
const half = (value: number) => Math.floor(value / 2);
const tooLong = () => new ProofError('bad-proof', 'the proof is longer than its sizes demand');
const tooShort = () => new ProofError('bad-proof', 'the proof is shorter than its sizes demand');

function demandList(proof: readonly Uint8Array[]): void {
  if (!Array.isArray(proof)) throw new ProofError('bad-proof', 'the proof is no list of hashes');
}

function demandSame(hash: Uint8Array, root: Uint8Array, what: string): void {
  if (Buffer.compare(hash, root) !== 0) throw new ProofError('root-mismatch', `the proof leads to another ${what}`);
}
