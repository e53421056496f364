import { isInstant } from '@zvit/domain';
import { completedNodes, digestOf, isCanonical, leafHash, ProofError } from '@zvit/proof';
import { type Db } from '../db.js';
import { envelopeOf } from './envelope-shape.js';
import { type Finding, type FindingCode } from './finding.js';
import { readEntries, type StoredEntry } from './read-entries.js';

/**
 * Checks every entry by itself and in its place: canonical bytes, numbers without gaps, instants that never go back, leaf hashes,
 * the tree's nodes, disclosures against the digests that the envelopes hold. Names everything that is not so.
 */
export async function verifyEntries(db: Db, onProgress?: (seq: number) => void): Promise<Finding[]> {
  const findings: Finding[] = [];
  const find = (code: FindingCode, item: string, detail: string) => findings.push({ code, item, detail });
  const erased = await erasures(db);
  const versions = new Map<string, number>();
  const tree = new TreeCheck(db, find);
  let expected = 1;
  let before = '';
  for await (const stored of readEntries(db)) {
    const item = `entry ${stored.seq}`;
    for (; expected < stored.seq; expected += 1)
      find('entry-missing', `entry ${expected}`, 'The chain of numbers has a gap.');
    expected += 1;
    const hash = leafHash(Buffer.from(stored.bytes, 'utf8'));
    if (hash.toString('hex') !== stored.leaf_hash)
      find('leaf-hash-wrong', item, 'The stored leaf hash is not that of the stored bytes.');
    await tree.add(stored.seq - 1, hash);
    if (!isCanonical(stored.bytes)) {
      find('entry-not-canonical', item, 'The bytes are no canonical JSON.');
      continue;
    }
    const envelope = envelopeOf(stored.bytes);
    if (!envelope) {
      find('entry-malformed', item, 'The bytes are no envelope.');
      continue;
    }
    if (envelope.seq !== stored.seq) find('entry-out-of-place', item, `The envelope says ${envelope.seq}.`);
    if (!isInstant(envelope.recordedAt) || envelope.recordedAt < before)
      find('time-went-back', item, `${envelope.recordedAt} comes after ${before}.`);
    else before = envelope.recordedAt;
    const version = (versions.get(envelope.record.id) ?? 0) + 1;
    if (envelope.version !== version)
      find('version-out-of-order', item, `Version ${envelope.version} of a record whose next is ${version}.`);
    versions.set(envelope.record.id, version);
    checkDisclosures(stored, envelope._sd, erased, find);
    if (stored.seq % 1_000 === 0) onProgress?.(stored.seq);
  }
  await tree.finish();
  return findings;
}

type Find = (code: FindingCode, item: string, detail: string) => void;

function checkDisclosures(
  stored: StoredEntry,
  digests: readonly string[],
  erased: ReadonlySet<string>,
  find: Find,
): void {
  const listed = new Set(digests);
  const seen = new Set<string>();
  for (const { digest, encoded } of stored.disclosures) {
    seen.add(digest);
    const item = `disclosure ${stored.seq}/${digest}`;
    if (!hasDigest(encoded, digest)) find('disclosure-altered', item, 'The disclosure does not have its digest.');
    else if (!listed.has(digest)) find('disclosure-unlisted', item, 'The envelope does not know this disclosure.');
  }
  for (const digest of listed)
    if (!seen.has(digest) && !erased.has(`${stored.seq}/${digest}`))
      find('disclosure-missing', `disclosure ${stored.seq}/${digest}`, 'It is gone, and no erasure says why.');
}

/** What is no disclosure at all has no digest either. */
function hasDigest(encoded: string, digest: string): boolean {
  try {
    return digestOf(encoded) === digest;
  } catch (error) {
    if (error instanceof ProofError) return false;
    throw error;
  }
}

async function erasures(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.all<{ seq: number; digest: string }>('SELECT seq, digest FROM erasure');
  return new Set(rows.map((row) => `${row.seq}/${row.digest}`));
}

/** Grows the tree again from the leaves and holds each stored node against it; only the right edge is kept in memory. */
class TreeCheck {
  private readonly edge = new Map<string, Buffer>();
  private count = 0;

  constructor(
    private readonly db: Db,
    private readonly find: Find,
  ) {}

  async add(index: number, leaf: Buffer): Promise<void> {
    this.edge.set(`0/${index}`, leaf);
    // Behind a gap there is nothing to compare with; the gap itself has been named.
    if (!this.wholeBefore(index)) return;
    const nodes = await completedNodes(index, leaf, (level, position) => this.edge.get(`${level}/${position}`)!);
    for (const { level, index: position, hash } of nodes) {
      this.edge.delete(`${level - 1}/${position * 2}`);
      this.edge.delete(`${level - 1}/${position * 2 + 1}`);
      this.edge.set(`${level}/${position}`, hash);
      this.count += 1;
      const row = await this.db.get<{ hash: string }>('SELECT hash FROM tree_node WHERE level = ? AND position = ?', [
        level,
        position,
      ]);
      const item = `tree node ${level}/${position}`;
      if (!row) this.find('tree-node-missing', item, 'The tree lacks this node.');
      else if (row.hash !== hash.toString('hex')) this.find('tree-node-wrong', item, 'Not the hash of its leaves.');
    }
  }

  async finish(): Promise<void> {
    const row = await this.db.get<{ n: number }>('SELECT CAST(count(*) AS integer) AS n FROM tree_node');
    if ((row?.n ?? 0) > this.count)
      this.find('tree-node-unlisted', 'tree', `${row!.n} nodes are stored, the entries make ${this.count}.`);
  }

  private wholeBefore(index: number): boolean {
    for (let level = 0, at = index; at % 2 === 1; level += 1, at = (at - 1) / 2)
      if (!this.edge.has(`${level}/${at - 1}`)) return false;
    return true;
  }
}
