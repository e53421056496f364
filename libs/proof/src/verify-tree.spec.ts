import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type ConsistencyClaim,
  emptyRoot,
  HASH_BYTES,
  type InclusionClaim,
  leafHash,
  nodeHash,
  ProofError,
  verifyConsistency,
  verifyInclusion,
} from './index.js';

const published = resolve(process.cwd(), '../shared/vectors/merkle');

interface Vector {
  leafIdx: number;
  treeSize: number;
  size1: number;
  size2: number;
  root: string;
  root1: string;
  root2: string;
  leafHash: string;
  proof: string[] | null;
  wantErr: boolean;
}

/** The vectors below a folder with their names, those with a root of other than 32 bytes marked. */
function vectors(kind: string): [string, Vector][] {
  return readdirSync(join(published, kind), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const vector = JSON.parse(readFileSync(file, 'utf8')) as Vector;
      const odd = rootsOf(vector).some((root) => root.length !== HASH_BYTES);
      return [file.slice(published.length + 1) + (odd ? ' (root not of 32 bytes)' : ''), vector];
    });
}

const bytes = (text: string) => Buffer.from(text, 'base64');
const rootsOf = (vector: Vector) =>
  [vector.root, vector.root1, vector.root2].filter((text) => (text as string | undefined) !== undefined).map(bytes);

/** Null when the claim holds, otherwise the code; other errors fail the test. */
function codeOf(act: () => void): string | null {
  try {
    act();
  } catch (error) {
    if (error instanceof ProofError) return error.code;
    throw error;
  }
  return null;
}

if (existsSync(published)) {
  const [inclusion, consistency] = [vectors('inclusion'), vectors('consistency')];

  describe('published vectors of transparency-dev/merkle', () => {
    it('are 98 of each kind, among them 12 good ones', () => {
      expect([inclusion.length, consistency.length]).toEqual([98, 98]);
      expect([...inclusion, ...consistency].filter(([, vector]) => !vector.wantErr)).toHaveLength(12);
    });

    it.each(inclusion)('%s', (_name, vector) => {
      const { leafIdx: index, treeSize: size, proof, wantErr } = vector;
      const claim = { index, size, leafHash: bytes(vector.leafHash), root: bytes(vector.root) };
      const code = codeOf(() => verifyInclusion({ ...claim, proof: (proof ?? []).map(bytes) }));
      expect(code !== null).toBe(wantErr);
    });

    it.each(consistency)('%s', (_name, vector) => {
      const { size1, size2, proof, wantErr } = vector;
      const claim = { size1, size2, root1: bytes(vector.root1), root2: bytes(vector.root2) };
      const code = codeOf(() => verifyConsistency({ ...claim, proof: (proof ?? []).map(bytes) }));
      // One vector holds two equal texts of 12 bytes for good roots of equal sizes. Here a root has 32 bytes or is none.
      const odd = rootsOf(vector).some((root) => root.length !== HASH_BYTES);
      expect(code !== null).toBe(wantErr || odd);
    });

    it('differ from this verifier in one, by its root of 12 bytes', () => {
      const odd = [...inclusion, ...consistency].filter(
        ([, vector]) => !vector.wantErr && rootsOf(vector).some((root) => root.length !== HASH_BYTES),
      );
      expect(odd.map(([name]) => name)).toEqual([
        'consistency/additional/sizes-are-equal-one-and-proof-is-empty.json (root not of 32 bytes)',
      ]);
    });
  });
} else {
  it('SKIPPED the 196 published vectors of transparency-dev/merkle: no ../shared/vectors/merkle beside the checkout', () => {
    process.stderr.write('verify-tree.spec.ts: the published vectors were NOT tried, ../shared/vectors is not there\n');
  });
}

// Three leaves: a and b under ab, c alone beside it.
const [a, b, c] = ['a', 'b', 'c'].map((text) => leafHash(Buffer.from(text))) as [Buffer, Buffer, Buffer];
const ab = nodeHash(a, b);
const abc = nodeHash(ab, c);
const inclusion: InclusionClaim = { index: 2, size: 3, leafHash: c, root: abc, proof: [ab] };
const consistency: ConsistencyClaim = { size1: 2, size2: 3, root1: ab, root2: abc, proof: [c] };
const included = (change: object) => codeOf(() => verifyInclusion({ ...inclusion, ...change }));
const consistent = (change: object) => codeOf(() => verifyConsistency({ ...consistency, ...change }));

const badNumbers = [-1, 0.5, NaN, Infinity, -Infinity, 2 ** 53, '2', 2n, null, undefined, {}, [2]];
const badHashes = [
  Buffer.alloc(0),
  Buffer.alloc(31),
  Buffer.alloc(33),
  'a'.repeat(32),
  null,
  undefined,
  { length: 32 },
];
const badLists = [null, undefined, 'proof', ab, { length: 1, 0: ab }, new Set([ab])];

describe('verifyInclusion', () => {
  it('accepts what holds, in any kind of byte array', () => {
    expect(included({})).toBeNull();
    expect(included({ proof: [new Uint8Array(ab)], root: new Uint8Array(abc) })).toBeNull();
    expect(included({ index: 0, leafHash: a, proof: [b, c] })).toBeNull();
    expect(included({ index: 0, size: 1, leafHash: a, root: a, proof: [] })).toBeNull();
  });

  it('names what does not', () => {
    expect(included({ root: ab })).toBe('root-mismatch');
    expect(included({ leafHash: a })).toBe('root-mismatch');
    expect(included({ index: 1 })).toBe('bad-proof');
    expect(included({ proof: [] })).toBe('bad-proof');
    expect(included({ proof: [ab, ab] })).toBe('bad-proof');
    expect(included({ index: 0, size: 1, leafHash: a, root: a, proof: [b] })).toBe('bad-proof');
  });

  it('refuses a node passed off as a leaf: a leaf is hashed by who holds it', () => {
    expect(included({ index: 0, size: 2, leafHash: ab, proof: [c] })).toBeNull();
    const forged = leafHash(Buffer.concat([a, b]));
    expect(included({ index: 0, size: 2, leafHash: forged, proof: [c] })).toBe('root-mismatch');
  });

  it.each(badNumbers)('refuses the number %p', (bad) => {
    expect(included({ index: bad })).toBe('bad-number');
    expect(included({ size: bad })).toBe('bad-number');
  });

  it('refuses a leaf outside the tree', () => {
    expect(included({ index: 3 })).toBe('bad-number');
    expect(included({ index: 0, size: 0, root: emptyRoot(), proof: [] })).toBe('bad-number');
  });

  it.each(badHashes)('refuses the hash %p', (bad) => {
    expect(included({ root: bad })).toBe('bad-hash');
    expect(included({ leafHash: bad })).toBe('bad-hash');
    expect(included({ index: 0, size: 1, leafHash: bad, root: a, proof: [] })).toBe('bad-hash');
    expect(included({ proof: [bad] })).toBe('bad-hash');
    expect(included({ index: 0, leafHash: a, proof: [b, bad] })).toBe('bad-hash');
  });

  it.each(badLists)('refuses the proof %p', (bad) => {
    expect(included({ proof: bad })).toBe('bad-proof');
  });

  it('reads an endless proof no further than the tree is high', () => {
    let reads = 0;
    const endless = new Proxy([] as Uint8Array[], {
      get: (list, name, self): unknown => {
        if (name === 'length') return Number.MAX_SAFE_INTEGER;
        return typeof name === 'string' && ++reads ? a : Reflect.get(list, name, self);
      },
    });
    expect(included({ index: 2 ** 52, size: Number.MAX_SAFE_INTEGER, proof: endless })).toBe('bad-proof');
    expect(consistent({ size1: 2 ** 52, size2: Number.MAX_SAFE_INTEGER, proof: endless })).toBe('bad-proof');
    expect(reads).toBeLessThan(120);
  });
});

describe('verifyConsistency', () => {
  it('accepts what holds', () => {
    expect(consistent({})).toBeNull();
    expect(consistent({ size1: 1, root1: a, proof: [b, c] })).toBeNull();
    expect(consistent({ size1: 3, root1: abc, proof: [] })).toBeNull();
    const d = leafHash(Buffer.from('d'));
    const abcd = nodeHash(ab, nodeHash(c, d));
    expect(consistent({ size1: 3, size2: 4, root1: abc, root2: abcd, proof: [c, d, ab] })).toBeNull();
  });

  it('names what does not', () => {
    expect(consistent({ root1: a })).toBe('root-mismatch');
    expect(consistent({ root2: a })).toBe('root-mismatch');
    expect(consistent({ size1: 3, root1: ab, proof: [] })).toBe('root-mismatch');
    expect(consistent({ size1: 3, root1: abc, proof: [c] })).toBe('bad-proof');
    expect(consistent({ proof: [] })).toBe('bad-proof');
    expect(consistent({ proof: [c, c] })).toBe('bad-proof');
    expect(consistent({ size1: 3, size2: 4, proof: [] })).toBe('bad-proof');
    expect(consistent({ size1: 3, size2: 4, proof: [c] })).toBe('bad-proof');
  });

  it('refuses an older root that the newer tree does not contain, though the proof fits the newer one', () => {
    const d = leafHash(Buffer.from('d'));
    const abcd = nodeHash(ab, nodeHash(c, d));
    expect(consistent({ size1: 3, size2: 4, root1: ab, root2: abcd, proof: [c, d, ab] })).toBe('root-mismatch');
  });

  it('refuses to begin with nothing, or with more than there is', () => {
    expect(consistent({ size1: 0, root1: emptyRoot(), proof: [] })).toBe('bad-number');
    expect(consistent({ size1: 0, size2: 0, root1: emptyRoot(), root2: emptyRoot(), proof: [] })).toBe('bad-number');
    expect(consistent({ size1: 4 })).toBe('bad-number');
  });

  it.each(badNumbers)('refuses the number %p', (bad) => {
    expect(consistent({ size1: bad })).toBe('bad-number');
    expect(consistent({ size2: bad })).toBe('bad-number');
  });

  it.each(badHashes)('refuses the hash %p', (bad) => {
    expect(consistent({ root1: bad })).toBe('bad-hash');
    expect(consistent({ root2: bad })).toBe('bad-hash');
    expect(consistent({ size1: 3, root1: bad, proof: [] })).toBe('bad-hash');
    expect(consistent({ proof: [bad] })).toBe('bad-hash');
    expect(consistent({ size1: 3, size2: 4, root1: abc, proof: [bad, c, ab] })).toBe('bad-hash');
  });

  it.each(badLists)('refuses the proof %p', (bad) => {
    expect(consistent({ proof: bad })).toBe('bad-proof');
  });
});
