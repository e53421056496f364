import { type Content, type ProposalState } from '@zvit/domain';
import { chunks } from '@zvit/evidence';
import { decodeCursor, type Page, pageOf, rowsToRead } from '@zvit/platform';
import { type Db, noteRestricted, type Row, type View, visible } from '@zvit/store';
import { type Proposed } from './decide-proposal.js';
import { amendedSteps } from './proposed-changes.js';
import { type ProposalsQuery } from './proposals-query.dto.js';
import { fieldsOf } from './recheck.js';
import { type ContentAt, contentsOf, type SeenOrProposed, type Versioned } from './seen-with-proposals.js';

/** Kinds of record whose proposals stand in the queue; those about accounts concern administrators alone. */
const REVIEWED: readonly Proposed[] = ['transition', 'condition'];

/** A proposal as a view shows it, with the record that it is about. */
export interface ProposalRow extends Row {
  readonly id: string;
  readonly number: number;
  readonly from_seq: number;
  readonly record_type: Proposed;
  readonly verb: SeenOrProposed['proposes'];
  readonly state: ProposalState;
  readonly mechanism_id: string | null;
  readonly proposer: string;
  readonly decider: string | null;
  readonly proposed_seq: number;
  readonly content_hash: string;
  readonly fields: string;
  readonly rank: number;
  readonly shown: number;
  readonly key: string | null;
  readonly mechanism_slug: string | null;
  readonly version: number;
}

/** A page of proposals in the order of proposing; of some mechanisms by opaque id, or of all. */
export async function proposalPage(
  db: Db,
  view: View,
  asked: ProposalsQuery,
  mechanisms: readonly string[] | undefined,
): Promise<Page<ProposalRow>> {
  const { proposer } = asked;
  const state = asked.state?.length ? asked.state : ['open'];
  const after = decodeCursor(asked.cursor, ['integer']);
  const among = (column: string, values: readonly string[] | undefined) =>
    values?.length ? `AND ${column} IN (${values.map(() => '?').join(', ')})` : '';
  const rows = await db.all<ProposalRow>(
    `SELECT p.id, p.number, p.from_seq, p.record_type, p.verb, p.state, p.mechanism_id, p.proposer, p.decider,
       p.proposed_seq, p.content_hash, p.fields, k.rank, k.shown, r.key, m.key AS mechanism_slug,
       (SELECT max(v.version) FROM act v WHERE v.record_id = p.id AND v.seq <= ${view.seq}) AS version
     FROM proposal p JOIN record r ON r.id = p.id JOIN record_rank k ON k.record_id = p.id
     LEFT JOIN record m ON m.id = p.mechanism_id
     WHERE ${visible(view, 'p')} AND ${visible(view, 'k')} ${among('p.record_type', REVIEWED)}
     ${among('p.state', state)} ${among('p.mechanism_id', mechanisms)}
     ${proposer === undefined ? '' : `AND p.proposer ${proposer === 'me' ? '=' : '<>'} ?`}
     ${after ? 'AND p.proposed_seq > ?' : ''} ORDER BY p.proposed_seq LIMIT ?`,
    [
      ...REVIEWED,
      ...state,
      ...(mechanisms ?? []),
      ...(proposer === undefined ? [] : [view.actor.person]),
      ...(after ?? []),
      rowsToRead(asked),
    ],
  );
  const page = pageOf(
    asked,
    rows,
    (row) => [row.proposed_seq],
    (row) => row,
  );
  noteRestricted(view, page.items);
  return page;
}

/** What the records of some proposals, and the steps that they amend, said at any position that the view reaches. */
export async function contentsBeneath(db: Db, view: View, rows: readonly ProposalRow[]): Promise<ContentAt> {
  const ids: string[] = [];
  const versions: Versioned[] = [];
  for (const type of REVIEWED) {
    const own = rows.filter((row) => row.record_type === type);
    const amended = own.flatMap((row) => amendedSteps(fieldsOf(row.fields)).map(([id]) => id));
    const some = [...new Set([...own.map((row) => row.id), ...amended])];
    ids.push(...some);
    for (const part of chunks(some))
      versions.push(
        ...(await db.all<Versioned>(
          `SELECT t.id, t.from_seq, t.until_seq, t.content FROM "${type}" t
           WHERE t.id IN (${part.map(() => '?').join(', ')}) AND t.from_seq <= ${view.seq}`,
          part,
        )),
      );
  }
  return contentsOf(db, ids, versions);
}

/**
 * What a proposal is laid beside: the record as it stands; once it was decided, the record as it stood until then, or an approved
 * change would show nothing.
 */
export const beneath = (row: ProposalRow, view: View, contents: ContentAt): Content =>
  contents(row.id, standsAt(row, view));

export const standsAt = (row: ProposalRow, view: View): number => (row.state === 'open' ? view.seq : row.from_seq - 1);
