import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  completedNodes,
  consistencyProof,
  emptyRoot,
  inclusionProof,
  leafHash,
  nodeHash,
  type NodeReader,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './index.js';

const own = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../test/vectors/rfc6962.json'), 'utf8')) as {
  example: {
    size: number;
    nodes: Record<string, [number, number]>;
    inclusion: Record<string, string[]>;
    consistency: Record<string, string[]>;
  };
  known: {
    leaves: string[];
    roots: string[];
    inclusion: { index: number; size: number; proof: string[] }[];
    consistency: { from: number; to: number; proof: string[] }[];
  };
};
const { example, known } = own;
const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));
const key = (level: number, index: number) => `${level}/${index}`;

/** A tree kept as the ledger keeps it, and readers of it that refuse to look beyond a size. */
async function stored(leaves: readonly Buffer[]) {
  const nodes = new Map<string, Buffer>();
  for (const [index, leaf] of leaves.entries()) {
    nodes.set(key(0, index), leaf);
    for (const node of await completedNodes(index, leaf, (level, at) => nodes.get(key(level, at))!)) {
      expect(nodes.has(key(node.level, node.index))).toBe(false);
      nodes.set(key(node.level, node.index), node.hash);
    }
  }
  const counts = { reads: 0 };
  const upTo =
    (size: number): NodeReader =>
    async (level, index) => {
      counts.reads++;
      if ((index + 1) * 2 ** level > size) throw new Error(`node ${key(level, index)} is beyond ${size}`);
      return nodes.get(key(level, index))!;
    };
  return { nodes, upTo, counts };
}

// RFC 6962 section 2.1 to the letter, over lists of leaf hashes: slow, and nothing in it to get wrong.
type D = readonly Buffer[];
const split = (n: number) => 2 ** Math.ceil(Math.log2(n) - 1);
function mth(d: D): Buffer {
  if (d.length === 0) return createHash('sha256').digest();
  if (d.length === 1) return d[0]!;
  const k = split(d.length);
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(1), mth(d.slice(0, k)), mth(d.slice(k))]))
    .digest();
}
function path(m: number, d: D): Buffer[] {
  if (d.length === 1) return [];
  const k = split(d.length);
  return m < k ? [...path(m, d.slice(0, k)), mth(d.slice(k))] : [...path(m - k, d.slice(k)), mth(d.slice(0, k))];
}
function subproof(m: number, d: D, whole: boolean): Buffer[] {
  if (m === d.length) return whole ? [] : [mth(d)];
  const k = split(d.length);
  return m <= k
    ? [...subproof(m, d.slice(0, k), whole), mth(d.slice(k))]
    : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))];
}

const knownLeaves = known.leaves.map((text) => leafHash(Buffer.from(text, 'hex')));
const leaves = Array.from({ length: 200 }, (_, at) => leafHash(Buffer.from(`leaf ${at}`)));

describe('known hashes', () => {
  it('of leaves and of nothing', () => {
    expect(emptyRoot().toString('hex')).toBe(known.roots[0]);
    expect(leafHash(Buffer.alloc(0)).toString('hex')).toBe(known.roots[1]);
    expect(leafHash(Buffer.from('ab')).equals(createHash('sha256').update('\0ab').digest())).toBe(true);
    expect(nodeHash(knownLeaves[0]!, knownLeaves[1]!).toString('hex')).toBe(known.roots[2]);
  });

  it('of the tree at each size', async () => {
    const tree = await stored(knownLeaves);
    const roots = [];
    for (let size = 0; size <= 8; size++) roots.push(await rootOf(size, tree.upTo(size)));
    expect(hex(roots)).toEqual(known.roots);
  });

  it('of proofs', async () => {
    const tree = await stored(knownLeaves);
    for (const { index, size, proof } of known.inclusion)
      expect(hex(await inclusionProof(index, size, tree.upTo(size)))).toEqual(proof);
    for (const { from, to, proof } of known.consistency)
      expect(hex(await consistencyProof(from, to, tree.upTo(to)))).toEqual(proof);
  });

  it('of the example of RFC 6962 section 2.1.3', async () => {
    const { size, nodes } = example;
    const tree = await stored(leaves.slice(0, size));
    const named = (letters: string[]) => letters.map((letter) => mth(leaves.slice(...nodes[letter]!)));
    for (const [index, letters] of Object.entries(example.inclusion))
      expect(hex(await inclusionProof(Number(index), size, tree.upTo(size)))).toEqual(hex(named(letters)));
    for (const [from, letters] of Object.entries(example.consistency))
      expect(hex(await consistencyProof(Number(from), size, tree.upTo(size)))).toEqual(hex(named(letters)));
  });
});

describe('against RFC 6962 to the letter, all sizes to 40', () => {
  it('roots and proofs are the same, none reads beyond its size or more often than promised', async () => {
    const tree = await stored(leaves.slice(0, 40));
    for (let size = 1; size <= 40; size++) {
      const d = leaves.slice(0, size);
      const most = 2 * Math.ceil(Math.log2(size));
      const node = tree.upTo(size);
      expect((await rootOf(size, node)).equals(mth(d))).toBe(true);
      for (let at = 1; at <= size; at++) {
        tree.counts.reads = 0;
        expect(hex(await inclusionProof(at - 1, size, node))).toEqual(hex(path(at - 1, d)));
        expect(tree.counts.reads).toBeLessThanOrEqual(most);
        tree.counts.reads = 0;
        expect(hex(await consistencyProof(at, size, node))).toEqual(hex(subproof(at, d, true)));
        expect(tree.counts.reads).toBeLessThanOrEqual(most);
      }
    }
  });

  it('a stored node is the hash of the leaves below it, and all that are complete are stored', async () => {
    const { nodes } = await stored(leaves);
    for (const [name, hash] of nodes) {
      const [level, index] = name.split('/').map(Number) as [number, number];
      expect(hash.equals(mth(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)))).toBe(true);
    }
    // 200 + 100 + 50 + 25 + 12 + 6 + 3 + 1
    expect(nodes.size).toBe(397);
  });
});

describe('laws, for random sizes to 200', () => {
  const flip = (hash: Buffer, bit: number) => {
    const changed = Buffer.from(hash);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    return changed;
  };
  const sizes = fc.integer({ min: 1, max: 200 });
  const anyBit = fc.nat(255);

  it('inclusion: the proof verifies; flipped, shortened, lengthened or for another leaf or tree it fails', async () => {
    const tree = await stored(leaves);
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), anyBit, fc.nat(), sizes, async (size, leaf, bit, which, otherSize) => {
        const index = leaf % size;
        const root = await rootOf(size, tree.upTo(size));
        const proof = await inclusionProof(index, size, tree.upTo(size));
        const claim = { index, size, leafHash: leaves[index]!, root, proof };
        expect(() => verifyInclusion(claim)).not.toThrow();
        const bad = [
          { ...claim, root: flip(root, bit) },
          { ...claim, leafHash: flip(claim.leafHash, bit) },
          { ...claim, proof: [...proof, root] },
          { ...claim, index: (index + 1 + (which % size)) % (size + 1) },
        ];
        if (proof.length > 0) {
          const at = which % proof.length;
          bad.push({ ...claim, proof: proof.with(at, flip(proof[at]!, bit)) }, { ...claim, proof: proof.slice(1) });
          bad.push({ ...claim, proof: proof.slice(0, -1) }, { ...claim, proof: proof.toSpliced(at, 1) });
        }
        if (otherSize !== size) {
          const otherRoot = await rootOf(otherSize, tree.upTo(otherSize));
          bad.push({ ...claim, size: otherSize, root: otherRoot }, { ...claim, root: otherRoot });
        }
        for (const one of bad) expect(() => verifyInclusion(one)).toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('consistency: the proof verifies; flipped, shortened, lengthened or for other trees it fails', async () => {
    const tree = await stored(leaves);
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), anyBit, fc.nat(), sizes, async (size2, older, bit, which, otherSize) => {
        const size1 = 1 + (older % size2);
        const [root1, root2] = [await rootOf(size1, tree.upTo(size1)), await rootOf(size2, tree.upTo(size2))];
        const proof = await consistencyProof(size1, size2, tree.upTo(size2));
        const claim = { size1, size2, root1, root2, proof };
        expect(() => verifyConsistency(claim)).not.toThrow();
        const bad = [
          { ...claim, root1: flip(root1, bit) },
          { ...claim, root2: flip(root2, bit) },
          { ...claim, proof: [...proof, root1] },
        ];
        if (proof.length > 0) {
          const at = which % proof.length;
          bad.push({ ...claim, proof: proof.with(at, flip(proof[at]!, bit)) }, { ...claim, proof: proof.slice(1) });
          bad.push({ ...claim, proof: proof.slice(0, -1) }, { ...claim, root1: root2, root2: root1 });
        }
        const otherRoot = await rootOf(otherSize, tree.upTo(otherSize));
        if (otherSize !== size1) bad.push({ ...claim, size1: otherSize, root1: otherRoot });
        if (otherSize !== size2) bad.push({ ...claim, size2: otherSize, root2: otherRoot });
        for (const one of bad) expect(() => verifyConsistency(one)).toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('a history with one leaf changed is no continuation', async () => {
    const tree = await stored(leaves);
    const changes = fc.tuple(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.nat());
    await fc.assert(
      fc.asyncProperty(changes, async ([size2, older, leaf]) => {
        const size1 = 1 + (older % (size2 - 1));
        const forged = await stored(leaves.slice(0, size2).with(leaf % size1, leafHash(Buffer.from('forged'))));
        const root1 = await rootOf(size1, tree.upTo(size1));
        const root2 = await rootOf(size2, forged.upTo(size2));
        for (const reader of [tree, forged]) {
          const proof = await consistencyProof(size1, size2, reader.upTo(size2));
          expect(() => verifyConsistency({ size1, size2, root1, root2, proof })).toThrow();
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('sizes beyond 32 bits', () => {
  const [plain, special] = [leafHash(Buffer.from('plain')), leafHash(Buffer.from('special'))];
  const plains = [plain];
  for (let level = 0; level < 53; level++) plains.push(nodeHash(plains[level]!, plains[level]!));

  /** All leaves are alike but one, so that any node of a tree of 2^53 - 1 can be told without storing them. */
  const sparse = (size: number, at: number): NodeReader => {
    const node = (level: number, index: number): Buffer => {
      if (Math.floor(at / 2 ** level) !== index) return plains[level]!;
      return level === 0 ? special : nodeHash(node(level - 1, index * 2), node(level - 1, index * 2 + 1));
    };
    return (level, index) => {
      expect(Number.isSafeInteger(index) && level <= 52 && (index + 1) * 2 ** level <= size).toBe(true);
      return node(level, index);
    };
  };
  const top = Number.MAX_SAFE_INTEGER;

  it.each([
    [2 ** 31, 2 ** 31 - 1, 2 ** 30 + 7],
    [2 ** 32 + 1, 2 ** 32, 2 ** 32],
    [2 ** 32 + 5, 3, 5],
    [2 ** 40 + 3, 2 ** 40, 2 ** 33 + 1],
    [top, 2 ** 52 + 5, 2 ** 52],
    [top, top - 1, top - 1],
  ])('%d leaves, leaf %d, older tree of %d', async (size, index, older) => {
    const root = await rootOf(size, sparse(size, index));
    const claim = {
      index,
      size,
      leafHash: special,
      root,
      proof: await inclusionProof(index, size, sparse(size, index)),
    };
    expect(() => verifyInclusion(claim)).not.toThrow();
    expect(() => verifyInclusion({ ...claim, leafHash: plain })).toThrow('another root');
    expect(() => verifyInclusion({ ...claim, index: index === 0 ? 1 : index - 1 })).toThrow();
    const proof = await consistencyProof(older, size, sparse(size, index));
    const [root1, size1] = [await rootOf(older, sparse(older, index)), older];
    expect(() => verifyConsistency({ size1, size2: size, root1, root2: root, proof })).not.toThrow();
    expect(() => verifyConsistency({ size1, size2: size, root1: plain, root2: root, proof })).toThrow('another');
    expect(() => verifyConsistency({ size1, size2: size, root1, root2: plain, proof })).toThrow();
  });

  it('completes as many subtrees as the index ends in ones', async () => {
    const levels = async (index: number) => {
      const nodes = await completedNodes(index, plain, sparse(index + 1, -1));
      for (const node of nodes) expect(node.hash.equals(plains[node.level]!)).toBe(true);
      return nodes.map(({ level, index: at }) => [level, at]);
    };
    expect(await levels(2 ** 32)).toEqual([]);
    expect(await levels(2 ** 32 - 1)).toHaveLength(32);
    expect((await levels(2 ** 52 - 1)).at(-1)).toEqual([52, 0]);
    expect(await levels(2 ** 40 + 3)).toEqual([
      [1, 2 ** 39 + 1],
      [2, 2 ** 38],
    ]);
    expect(await levels(top - 1)).toEqual([]);
  });
});

describe('what is refused', () => {
  const fine: NodeReader = () => leaves[0]!;
  const numbers = [-1, 0.5, NaN, Infinity, 2 ** 53, '1', 1n, null] as number[];
  const badNumber = expect.objectContaining({ code: 'bad-number' });

  it.each(numbers)('%p as a number', async (bad) => {
    await expect(rootOf(bad, fine)).rejects.toEqual(badNumber);
    await expect(completedNodes(bad, leaves[0]!, fine)).rejects.toEqual(badNumber);
    await expect(inclusionProof(bad, 10, fine)).rejects.toEqual(badNumber);
    await expect(inclusionProof(0, bad, fine)).rejects.toEqual(badNumber);
    await expect(consistencyProof(bad, 10, fine)).rejects.toEqual(badNumber);
    await expect(consistencyProof(1, bad, fine)).rejects.toEqual(badNumber);
  });

  it('numbers that do not fit each other', async () => {
    await expect(completedNodes(Number.MAX_SAFE_INTEGER, leaves[0]!, fine)).rejects.toEqual(badNumber);
    await expect(inclusionProof(0, 0, fine)).rejects.toEqual(badNumber);
    await expect(inclusionProof(5, 5, fine)).rejects.toEqual(badNumber);
    await expect(consistencyProof(0, 5, fine)).rejects.toEqual(badNumber);
    await expect(consistencyProof(6, 5, fine)).rejects.toEqual(badNumber);
  });

  it('stored nodes of another length, and none', async () => {
    const badHash = expect.objectContaining({ code: 'bad-hash' });
    for (const bad of [Buffer.alloc(31), Buffer.alloc(33), undefined, 'a'.repeat(32)] as Buffer[]) {
      await expect(rootOf(1, () => bad)).rejects.toEqual(badHash);
      await expect(inclusionProof(0, 2, () => bad)).rejects.toEqual(badHash);
      await expect(consistencyProof(1, 2, () => bad)).rejects.toEqual(badHash);
      await expect(completedNodes(1, leaves[0]!, () => bad)).rejects.toEqual(badHash);
      await expect(completedNodes(0, bad, fine)).rejects.toEqual(badHash);
    }
  });

  it("not the reader's own errors: they come through", async () => {
    await expect(rootOf(3, () => Promise.reject(new Error('disk gone')))).rejects.toThrow('disk gone');
  });
});
