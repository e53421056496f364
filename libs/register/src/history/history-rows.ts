import { type Fault, readInstant, refuseFaults } from '@zvit/domain';
import { type Condition, where } from '@zvit/evidence';
import { type Db, type View, visibleActs } from '@zvit/store';
import { type HistoryItemDto } from './history.dto.js';
import { type HistoryQuery } from './history-query.dto.js';

interface ActRow {
  readonly seq: number;
  readonly recorded_at: string;
  readonly actor: string;
  readonly person: string | null;
  readonly act: string;
  readonly record_type: string;
  readonly record_id: string;
  readonly slug: string | null;
  readonly version: number;
  readonly batch: string | null;
  readonly mechanism_id: string | null;
  readonly mechanism_slug: string | null;
  readonly leaf_hash: string;
  readonly shown: number;
}

/** An act without what only its disclosures say. */
export type BareItem = Omit<HistoryItemDto, 'reason'> & { readonly shown: number };

/** A stretch of the history: newest first from below a position, or oldest first from above one. */
export type Stretch =
  { readonly below: number; readonly limit: number } | { readonly above: number; readonly limit: number };

/** What a filter asks for, as conditions over `a`, the act. */
export function actsAsked(query: Pick<HistoryQuery, 'actor' | 'act' | 'type' | 'from' | 'to'>): Condition[] {
  const faults: Fault[] = [];
  const instant = (name: 'from' | 'to', comparison: string): Condition[] => {
    const text = query[name];
    if (text === undefined) return [];
    const read = readInstant(text);
    if (read !== null) return [where(`a.recorded_at ${comparison} ?`, read)];
    faults.push({ pointer: `/${name}`, code: 'not-a-date', detail: 'An instant such as 2026-06-01T12:00:00Z.' });
    return [];
  };
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? [] : [where(`a.${column} = ?`, value)];
  const conditions = [
    ...equal('actor', query.actor),
    ...equal('act', query.act),
    ...equal('record_type', query.type),
    ...instant('from', '>='),
    ...instant('to', '<='),
  ];
  refuseFaults(faults);
  return conditions;
}

/** Acts of one mechanism: those on it, on what is its own, and on what another mechanism says of it. */
export const actsOfMechanism = (id: string): Condition =>
  where('(a.mechanism_id = ? OR a.record_id IN (SELECT x.id FROM record x WHERE x.second_id = ?))', id, id);

/** Acts on one record, and those on another that changed it too. */
export const actsOnRecord = (id: string): Condition =>
  where('(a.record_id = ? OR a.seq IN (SELECT x.seq FROM subject x WHERE x.record_id = ?))', id, id);

const filtered = (view: View, conditions: readonly Condition[]) =>
  [visibleActs(view, 'a'), ...conditions.map((one) => one.sql)].join(' AND ');

export async function actRows(
  db: Db,
  view: View,
  conditions: readonly Condition[],
  stretch: Stretch,
): Promise<BareItem[]> {
  const newestFirst = 'below' in stretch;
  const bound = newestFirst ? where('a.seq < ?', stretch.below) : where('a.seq > ?', stretch.above);
  const all = [...conditions, bound];
  const rows = await db.all<ActRow>(
    `SELECT a.seq, a.recorded_at, a.actor, a.act, a.record_type, a.record_id, a.version, a.batch, a.mechanism_id, a.shown,
       r.key AS slug, m.key AS mechanism_slug, p.content AS person, e.leaf_hash
     FROM act a JOIN record r ON r.id = a.record_id JOIN entry e ON e.seq = a.seq
     LEFT JOIN record m ON m.id = a.mechanism_id
     LEFT JOIN person p ON p.id = a.actor AND p.from_seq <= ${view.seq} AND p.until_seq > ${view.seq}
     WHERE ${filtered(view, all)} ORDER BY a.seq ${newestFirst ? 'DESC' : 'ASC'} LIMIT ?`,
    [...all.flatMap((one) => one.params), stretch.limit],
  );
  return rows.map(itemOf);
}

/** How many acts there are, and which confidential records they concern. */
export async function actCount(db: Db, view: View, conditions: readonly Condition[]) {
  const params = conditions.flatMap((one) => one.params);
  const count = await db.get<{ n: number }>(
    `SELECT CAST(count(*) AS integer) AS n FROM act a WHERE ${filtered(view, conditions)}`,
    params,
  );
  const restricted = await db.all<{ id: string; shown: number }>(
    `SELECT DISTINCT a.record_id AS id, a.shown FROM act a WHERE ${filtered(view, conditions)} AND a.shown = 2`,
    params,
  );
  return { rows: count?.n ?? 0, restricted };
}

function itemOf(row: ActRow): BareItem {
  return {
    seq: row.seq,
    recordedAt: row.recorded_at,
    actor: { id: row.actor, name: row.person === null ? null : (JSON.parse(row.person) as { name: string }).name },
    act: row.act,
    record: { type: row.record_type, id: row.record_id, slug: row.slug, version: row.version },
    mechanism: row.mechanism_id === null ? null : { id: row.mechanism_id, slug: row.mechanism_slug },
    batch: row.batch,
    leafHash: row.leaf_hash,
    shown: row.shown,
  };
}
