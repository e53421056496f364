import { ProofError } from './errors.js';
import { demandHash, emptyRoot, nodeHash } from './tree-hash.js';

/**
 * A complete subtree: at level L (0 are the leaves) number `index` covers the leaves index * 2^L to (index + 1) * 2^L - 1.
 * Once complete it never changes, so whoever stores the tree only ever adds.
 */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
  /** 32 bytes. */
  readonly hash: Buffer;
}

/**
 * Reads the hash of one complete subtree from where the tree is kept; level 0 are the leaf hashes. It is asked for nodes
 * below the size in question only, one at a time, and may throw where one is missing. What it gives is checked for its
 * length alone: a proof made from spoilt nodes is a proof that fails.
 */
export type NodeReader = (level: number, index: number) => Promise<Buffer> | Buffer;

/**
 * The subtrees of level 1 and up that become complete when leaf number `index` (from 0, the size of the tree before it) is
 * appended, from the lowest up: none for an even index, at most 52. They are to be stored together with the leaf.
 *
 * @param leaf hash of the leaf, 32 bytes
 * @throws ProofError `bad-number`, `bad-hash`; whatever `node` throws
 */
export async function completedNodes(index: number, leaf: Buffer, node: NodeReader): Promise<TreeNode[]> {
  demandCount(index, 0, Number.MAX_SAFE_INTEGER - 1);
  demandHash(leaf);
  const completed: TreeNode[] = [];
  let hash = leaf;
  for (let level = 0, at = index; at % 2 === 1; level++) {
    hash = nodeHash(await node(level, at - 1), hash);
    at = (at - 1) / 2;
    completed.push({ level: level + 1, index: at, hash });
  }
  return completed;
}

/**
 * The Merkle Tree Hash of the first `size` leaves (RFC 6962 section 2.1), for any size up to the one stored: 32 bytes, one
 * read for each bit of `size` that is set.
 *
 * @throws ProofError `bad-number`, `bad-hash`; whatever `node` throws
 */
export async function rootOf(size: number, node: NodeReader): Promise<Buffer> {
  demandCount(size, 0, Number.MAX_SAFE_INTEGER);
  return size === 0 ? emptyRoot() : rangeHash(0, size, node);
}

/**
 * The proof that leaf number `index` (from 0) stands in the tree of `size` leaves: PATH of RFC 6962 section 2.1.1, hashes of
 * 32 bytes from the leaf's sibling to the child of the root. At most 2 * log2(size) reads.
 *
 * @throws ProofError `bad-number` (also for an index outside the tree), `bad-hash`; whatever `node` throws
 */
export async function inclusionProof(index: number, size: number, node: NodeReader): Promise<Buffer[]> {
  demandCount(size, 1, Number.MAX_SAFE_INTEGER);
  demandCount(index, 0, size - 1);
  const siblings: Buffer[] = [];
  for (let begin = 0, end = size; end - begin > 1;) {
    const middle = begin + largestPower(end - begin - 1).width;
    if (index < middle) {
      siblings.push(await rangeHash(middle, end, node));
      end = middle;
    } else {
      siblings.push(await rangeHash(begin, middle, node));
      begin = middle;
    }
  }
  return siblings.reverse();
}

/**
 * The proof that the tree of `to` leaves only adds to the tree of `from` leaves: PROOF of RFC 6962 section 2.1.2, hashes of 32
 * bytes; empty for equal sizes. An empty tree is the beginning of every tree, so a proof from 0 would say nothing and is
 * refused. At most 2 * log2(to) reads.
 *
 * @throws ProofError `bad-number` unless 0 < from <= to, `bad-hash`; whatever `node` throws
 */
export async function consistencyProof(from: number, to: number, node: NodeReader): Promise<Buffer[]> {
  demandCount(to, 1, Number.MAX_SAFE_INTEGER);
  demandCount(from, 1, to);
  const siblings: Buffer[] = [];
  let begin = 0;
  for (let end = to; end !== from;) {
    const middle = begin + largestPower(end - begin - 1).width;
    if (from <= middle) {
      siblings.push(await rangeHash(middle, end, node));
      end = middle;
    } else {
      siblings.push(await rangeHash(begin, middle, node));
      begin = middle;
    }
  }
  // What is left ends where the old tree ended. Where it is the old tree itself, the verifier has its root already.
  if (begin > 0) siblings.push(await rangeHash(begin, from, node));
  return siblings.reverse();
}

/**
 * Merkle Tree Hash of the leaves from `begin` up to `end`, for the ranges that RFC 6962 makes by its splits: there `begin` is a
 * multiple of each power of two that fits in what remains, so that complete subtrees cover the range.
 */
async function rangeHash(begin: number, end: number, node: NodeReader): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let at = begin; at < end;) {
    const { level, width } = largestPower(end - at);
    const hash = await node(level, at / width);
    demandHash(hash);
    parts.push(hash);
    at += width;
  }
  return parts.reduceRight((right, left) => nodeHash(left, right));
}

/** The largest power of two not above `count`, which is 1 or more. By multiplication: bit operators end at 32 bits. */
function largestPower(count: number): { level: number; width: number } {
  let level = 0;
  let width = 1;
  for (; width * 2 <= count; width *= 2) level++;
  return { level, width };
}

function demandCount(value: number, least: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw new ProofError('bad-number', `${String(value)} is no whole number from ${least} to ${most}`);
}
