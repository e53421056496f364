import { applyFields, type Content, type Json, orderChain, type ProposalState } from '@zvit/domain';
import { chunks, type SeenRecord } from '@zvit/evidence';
import { type Db, noteRestricted, type View, visible, withCitations } from '@zvit/store';

/** A step as a view shows it: recorded, or as a proposal would have it. Its content holds its citations. */
export interface StepSeen extends SeenRecord {
  readonly state: ProposalState;
  readonly proposes: 'add' | 'correct' | 'retract';
  /** Number of the proposal; 0 for a recorded step. */
  readonly number: number;
  readonly proposer: string;
  readonly proposedSeq: number;
  readonly decider: string | null;
  readonly decidedSeq: number | null;
  readonly contentHash: string;
}

/** Which steps: those of a mechanism, or one step. */
export type WhichSteps = { readonly mechanism: string } | { readonly step: string };

interface Versioned {
  readonly id: string;
  readonly from_seq: number;
  readonly until_seq: number;
  readonly content: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly position: number;
}

interface Proposed {
  readonly id: string;
  readonly number: number;
  readonly from_seq: number;
  readonly verb: StepSeen['proposes'];
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

/** All steps that a view shows, recorded ones in the order of their chain, then proposals in the order of proposing. */
export async function stepsSeen(db: Db, view: View, which: WhichSteps): Promise<StepSeen[]> {
  const [column, value] = 'mechanism' in which ? ['mechanism_id', which.mechanism] : ['id', which.step];
  const heads = new Map((await headsOf(db, view, column, value)).map((head) => [head.id, head]));
  const proposals = await db.all<Proposed>(
    `SELECT p.* FROM proposal p WHERE p.${column} = ? AND p.record_type = 'transition' AND ${visible(view, 'p')}
     ORDER BY p.proposed_seq`,
    [value],
  );
  const versions = await db.all<Versioned>(
    `SELECT t.* FROM transition t WHERE t.${column} = ? AND t.from_seq <= ${view.seq} ORDER BY t.from_seq`,
    [value],
  );
  const contents = await contentsOf(db, [...heads.keys()], versions);
  const standing = versions.filter((row) => row.from_seq <= view.seq && row.until_seq > view.seq && heads.has(row.id));
  const recorded = inOrder(standing).map((row) => recordedStep(heads.get(row.id)!, row, proposals, contents, view));
  const waiting = proposals.filter((row) => row.state !== 'approved' || isGone(row, standing));
  return [...recorded, ...waiting.flatMap((row) => proposedStep(heads.get(row.id), row, contents))];
}

/** An approved retraction is what is left to show of a step that stands no more. */
const isGone = (row: Proposed, standing: readonly Versioned[]) =>
  row.verb === 'retract' && !standing.some((one) => one.id === row.id);

async function headsOf(db: Db, view: View, column: string, value: string): Promise<readonly Head[]> {
  const rows = await db.all<Head>(
    `SELECT r.id, r.key, k.shown, k.rank, r.mechanism_id, m.key AS mechanism_slug, r.created_seq,
       a.actor AS created_by, e.leaf_hash AS created_hash,
       (SELECT max(v.version) FROM act v WHERE v.record_id = r.id AND v.seq <= ${view.seq}) AS version
     FROM record r JOIN record_rank k ON k.record_id = r.id JOIN record m ON m.id = r.mechanism_id
     JOIN act a ON a.seq = r.created_seq JOIN entry e ON e.seq = r.created_seq
     WHERE r.type = 'transition' AND r.${column} = ? AND ${visible(view, 'k')}`,
    [value],
  );
  return noteRestricted(view, rows) as readonly Head[];
}

function inOrder(rows: readonly Versioned[]): Versioned[] {
  const steps = rows.map((row) => ({
    row,
    id: row.id,
    from: null,
    to: '',
    effective: { edtf: '', earliest: row.earliest, latest: row.latest },
    order: row.position,
  }));
  return orderChain(steps).map((step) => step.row);
}

type ContentAt = (id: string, seq: number) => Content;

/** What each step said at any position of the ledger, with its citations. */
async function contentsOf(db: Db, ids: readonly string[], versions: readonly Versioned[]): Promise<ContentAt> {
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

function recordedStep(
  head: Head,
  row: Versioned,
  proposals: readonly Proposed[],
  contents: ContentAt,
  view: View,
): StepSeen {
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

function proposedStep(head: Head | undefined, row: Proposed, contents: ContentAt): StepSeen[] {
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
