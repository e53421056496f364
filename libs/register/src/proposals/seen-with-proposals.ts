import { applyFields, type Content, type Json, orderChain, type ProposalState } from '@zvit/domain';
import { chunks, type SeenRecord } from '@zvit/evidence';
import { type Proposed } from './decide-proposal.js';
import { type Db, noteRestricted, type View, visible, withCitations } from '@zvit/store';

/** A record as a view shows it: as it stands, or as a proposal would have it. Its content holds its citations. */
export interface SeenOrProposed extends SeenRecord {
  readonly state: ProposalState;
  readonly proposes: 'add' | 'change' | 'correct' | 'retract';
  /** Number of the proposal; 0 for what stands. */
  readonly number: number;
  readonly proposer: string;
  readonly proposedSeq: number;
  readonly decider: string | null;
  readonly decidedSeq: number | null;
  readonly contentHash: string;
}

/** Which records: those of a mechanism, or one. */
export type Which = { readonly mechanism: string } | { readonly record: string };

/** A row of a record's table, as it was written. */
export interface Versioned {
  readonly id: string;
  readonly from_seq: number;
  readonly until_seq: number;
  readonly content: string;
  /** Of steps alone. */
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly position?: number;
}

interface Proposal {
  readonly id: string;
  readonly number: number;
  readonly from_seq: number;
  readonly verb: SeenOrProposed['proposes'];
  readonly state: ProposalState;
  readonly proposer: string;
  readonly decider: string | null;
  readonly proposed_seq: number;
  readonly content_hash: string;
  readonly fields: string;
}

interface Head {
  readonly id: string;
  readonly key: string | null;
  readonly shown: number;
  readonly rank: number;
  readonly version: number;
  readonly mechanism_id: string;
  readonly mechanism_slug: string | null;
  readonly created_seq: number;
  readonly created_by: string;
  readonly created_hash: string;
}

/** What stands, steps in the order of their chain, and then what was proposed, in the order of proposing, as a view shows it. */
export async function seenWithProposals(db: Db, view: View, type: Proposed, which: Which): Promise<SeenOrProposed[]> {
  const [column, value] = 'mechanism' in which ? ['mechanism_id', which.mechanism] : ['id', which.record];
  const heads = new Map((await headsOf(db, view, type, column, value)).map((head) => [head.id, head]));
  const proposals = await db.all<Proposal>(
    `SELECT p.* FROM proposal p WHERE p.${column} = ? AND p.record_type = ? AND ${visible(view, 'p')}
     ORDER BY p.proposed_seq`,
    [value, type],
  );
  const versions = await db.all<Versioned>(
    `SELECT t.* FROM "${type}" t WHERE t.${column} = ? AND t.from_seq <= ${view.seq} ORDER BY t.from_seq`,
    [value],
  );
  const contents = await contentsOf(db, [...heads.keys()], versions);
  const standing = versions.filter((row) => row.until_seq > view.seq && heads.has(row.id));
  const recorded = inOrder(standing).map((row) => asItStands(heads.get(row.id)!, row, proposals, contents, view));
  const waiting = proposals.filter((row) => row.state !== 'approved' || isGone(row, standing));
  return [...recorded, ...waiting.flatMap((row) => asProposed(heads.get(row.id), row, contents))];
}

/** An approved retraction is what is left to show of a record that stands no more. */
const isGone = (row: Proposal, standing: readonly Versioned[]) =>
  row.verb === 'retract' && !standing.some((one) => one.id === row.id);

async function headsOf(db: Db, view: View, type: Proposed, column: string, value: string): Promise<readonly Head[]> {
  const rows = await db.all<Head>(
    `SELECT r.id, r.key, k.shown, k.rank, r.mechanism_id, m.key AS mechanism_slug, r.created_seq,
       a.actor AS created_by, e.leaf_hash AS created_hash,
       (SELECT max(v.version) FROM act v WHERE v.record_id = r.id AND v.seq <= ${view.seq}) AS version
     FROM record r JOIN record_rank k ON k.record_id = r.id JOIN record m ON m.id = r.mechanism_id
     JOIN act a ON a.seq = r.created_seq JOIN entry e ON e.seq = r.created_seq
     WHERE r.type = ? AND r.${column} = ? AND ${visible(view, 'k')}`,
    [type, value],
  );
  noteRestricted(view, rows);
  return rows;
}

function inOrder(rows: readonly Versioned[]): Versioned[] {
  const steps = rows.map((row) => ({
    row,
    id: row.id,
    from: null,
    to: '',
    effective: { edtf: '', earliest: row.earliest ?? null, latest: row.latest ?? null },
    order: row.position ?? row.from_seq,
  }));
  return orderChain(steps).map((step) => step.row);
}

export type ContentAt = (id: string, seq: number) => Content;

/** What each record said at any position of the ledger, with its citations. */
export async function contentsOf(db: Db, ids: readonly string[], versions: readonly Versioned[]): Promise<ContentAt> {
  type Cited = Parameters<typeof withCitations>[1][number] & { from_seq: number; until_seq: number };
  const cited: Cited[] = [];
  for (const some of chunks(ids))
    cited.push(
      ...(await db.all<Cited>(
        `SELECT * FROM citation WHERE record_id IN (${some.map(() => '?').join(', ')}) ORDER BY record_id, path, n`,
        some,
      )),
    );
  return (id, seq) => {
    const holds = (row: { from_seq: number; until_seq: number }) => row.from_seq <= seq && row.until_seq > seq;
    const row = versions.find((one) => one.id === id && holds(one));
    const citations = cited.filter((one) => one.record_id === id && holds(one));
    return row ? withCitations(JSON.parse(row.content) as Content, citations) : {};
  };
}

function asItStands(
  head: Head,
  row: Versioned,
  proposals: readonly Proposal[],
  contents: ContentAt,
  view: View,
): SeenOrProposed {
  // The last approval made it what it is; what was imported was approved by whoever imported it.
  const by = proposals.findLast((one) => one.id === row.id && one.state === 'approved');
  return {
    ...recordOf(head, contents(row.id, view.seq)),
    state: 'approved',
    proposes: by?.verb ?? 'add',
    number: 0,
    proposer: by?.proposer ?? head.created_by,
    proposedSeq: by?.proposed_seq ?? head.created_seq,
    decider: by?.decider ?? head.created_by,
    decidedSeq: by?.from_seq ?? head.created_seq,
    contentHash: by?.content_hash ?? head.created_hash,
  };
}

function asProposed(head: Head | undefined, row: Proposal, contents: ContentAt): SeenOrProposed[] {
  if (!head) return [];
  const before = contents(row.id, row.proposed_seq);
  const content = applyFields(before, new Map(JSON.parse(row.fields) as [string, Json][]));
  return [
    {
      ...recordOf(head, content),
      state: row.state,
      proposes: row.verb,
      number: row.number,
      proposer: row.proposer,
      proposedSeq: row.proposed_seq,
      decider: row.decider,
      decidedSeq: row.state === 'open' ? null : row.from_seq,
      contentHash: row.content_hash,
    },
  ];
}

const recordOf = (head: Head, content: Content): SeenRecord => ({
  id: head.id,
  key: head.key,
  version: head.version,
  rank: head.rank,
  shown: head.shown,
  mechanismId: head.mechanism_id,
  mechanismSlug: head.mechanism_slug,
  content,
});
