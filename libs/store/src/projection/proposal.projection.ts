import {
  ABOUT,
  applyFields,
  type Content,
  type Entry,
  isProposal,
  type Json,
  proposalPrefix,
  proposedVerb,
  type Verb,
  verbOf,
} from '@zvit/domain';
import { type Row, type WritableDb } from '../db.js';
import { FOREVER } from '../tables/versioned.js';
import { applyCitations, partCitations } from './citations.js';
import { recordRow, touch } from './ranks.js';
import { retract, type Specs, writeVersion } from './record.projection.js';

/** The mark by which a proposal says that it rests on the chain of a mechanism's status steps. */
export const chainOf = (mechanismId: string): string => `chain:${mechanismId}`;

/** Keeps the queue of proposals: opened, decided, or gone stale because what they rest on has moved. */
export async function applyToProposals(tx: WritableDb, specs: Specs, entry: Entry, leafHash: string): Promise<void> {
  const verb = verbOf(entry.act);
  if (isProposal(verb)) return open(tx, entry, verb, leafHash);
  if (verb === 'approve') await approve(tx, specs, entry);
  else if (verb === 'reject') return decide(tx, entry, 'rejected');
  else if (verb === 'withdraw') return decide(tx, entry, 'withdrawn');
  await staleOthers(tx, entry);
}

async function open(tx: WritableDb, entry: Entry, verb: Verb, leafHash: string): Promise<void> {
  const record = (await recordRow(tx, entry.record.id))!;
  const prefix = proposalPrefix(entry.version);
  const fields = [...entry.fields]
    .filter(([pointer]) => pointer.startsWith(`${prefix}/`))
    .map(([pointer, value]): [string, Json] => [pointer.slice(prefix.length), value]);
  await applyCitations(tx, record.id, prefix, citationsToAdd(fields), entry.seq);
  await tx.insert('proposal', {
    id: record.id,
    number: entry.version,
    from_seq: entry.seq,
    until_seq: FOREVER,
    record_type: record.type,
    verb: proposedVerb(verb),
    state: 'open',
    mechanism_id: record.type === 'mechanism' ? record.id : record.mechanism_id,
    rests_on: JSON.stringify(entry.fields.get(ABOUT.restsOn) ?? [record.id]),
    proposer: entry.actor,
    decider: null,
    proposed_seq: entry.seq,
    content_hash: leafHash,
    rank: record.rank,
    shown: record.rank,
    fields: JSON.stringify(fields),
  });
}

const citationsToAdd = (fields: [string, Json][]) =>
  partCitations(new Map(fields)).citations.filter((citation) => citation.parts.source !== undefined);

/** The open proposal about a record; there is at most one. */
export const openProposal = (tx: Pick<WritableDb, 'get'>, id: string) =>
  tx.get(`SELECT * FROM proposal WHERE id = ? AND until_seq = ? AND state = 'open'`, [id, FOREVER]);

async function approve(tx: WritableDb, specs: Specs, entry: Entry): Promise<void> {
  const proposal = await openProposal(tx, entry.record.id);
  if (!proposal) throw new Error(`entry ${entry.seq} approves what was not proposed`);
  await decide(tx, entry, 'approved');
  const type = entry.record.type;
  const fields = new Map(JSON.parse(proposal.fields as string) as [string, Json][]);
  if (proposal.verb === 'retract') await retract(tx, specs, { ...entry, fields }, type, entry.record.id);
  else await writeVersion(tx, specs, entry, type, entry.record.id, fields);
}

async function decide(tx: WritableDb, entry: Entry, state: string): Promise<void> {
  const proposal = await openProposal(tx, entry.record.id);
  if (!proposal) throw new Error(`entry ${entry.seq} decides what was not proposed`);
  await moveOn(tx, proposal, state, entry.seq, entry.actor);
}

async function moveOn(tx: WritableDb, proposal: Row, state: string, seq: number, decider: string | null) {
  await tx.run('UPDATE proposal SET until_seq = ? WHERE id = ? AND number = ? AND until_seq = ?', [
    seq,
    proposal.id!,
    proposal.number!,
    FOREVER,
  ]);
  await tx.insert('proposal', { ...proposal, from_seq: seq, state, decider });
}

/** An entry that moves a record makes stale what was proposed on the ground of how it stood. */
async function staleOthers(tx: WritableDb, entry: Entry): Promise<void> {
  const record = (await recordRow(tx, entry.record.id))!;
  const moved = new Set([record.id]);
  if (record.type === 'transition' && record.mechanism_id) moved.add(chainOf(record.mechanism_id));
  const open = await tx.all(`SELECT * FROM proposal WHERE until_seq = ? AND state = 'open' ORDER BY id, number`, [
    FOREVER,
  ]);
  for (const proposal of open) {
    const restsOn = JSON.parse(proposal.rests_on as string) as string[];
    if (!restsOn.some((one) => moved.has(one))) continue;
    await moveOn(tx, proposal, 'stale', entry.seq, null);
    // Whoever sees the proposal sees something new, even where what moved it is hidden from them.
    const about = (await recordRow(tx, proposal.id as string))!;
    await touch(tx, about, about.rank, entry.seq, false);
  }
}

/** The content of a proposal, citations included, as nested objects. */
export const proposedContent = (fields: string): Content =>
  applyFields({}, new Map(JSON.parse(fields) as [string, Json][]));
