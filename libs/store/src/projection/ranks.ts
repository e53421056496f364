import {
  type Classification,
  type Content,
  PEOPLE_TYPES,
  RANK,
  type Rank,
  rankOf,
  type RecordType,
} from '@zvit/domain';
import { type WritableDb } from '../db.js';
import { FOREVER } from '../tables/versioned.js';

export interface RecordRow {
  readonly id: string;
  readonly type: RecordType;
  readonly key: string | null;
  readonly mechanism_id: string | null;
  readonly second_id: string | null;
  readonly version: number;
  readonly own_rank: Rank;
  readonly rank: Rank;
  readonly retracted: number;
  readonly created_seq: number;
  readonly head_seq: number;
}

export const recordRow = (tx: Pick<WritableDb, 'get'>, id: string) =>
  tx.get<RecordRow>('SELECT * FROM record WHERE id = ?', [id]);

/** The class a record has by itself: people's affairs stand above content, a transition has none of its own. */
export function ownRank(type: RecordType, content: Content): Rank {
  if (PEOPLE_TYPES.has(type)) return RANK.people;
  if (type === 'transition') return RANK.public;
  return rankOf(content.class as Classification | undefined);
}

/** A record's class is at least the highest of its mechanisms'. */
export async function effectiveRank(tx: WritableDb, own: Rank, mechanisms: readonly (string | null)[]): Promise<Rank> {
  let rank = own;
  for (const id of mechanisms) {
    if (id === null) continue;
    const row = await recordRow(tx, id);
    if (row && row.rank > rank) rank = row.rank;
  }
  return rank;
}

/**
 * Gives a record another class from this entry on. In the past the higher of the class then and now decides, so `shown` of every
 * older row is set anew, and the row that stands is parted here. What hangs on a mechanism follows it.
 */
export async function reclassify(
  tx: WritableDb,
  record: RecordRow,
  own: Rank,
  seq: number,
  tableOf: (type: RecordType) => string | undefined,
): Promise<void> {
  const rank = await effectiveRank(tx, own, [record.mechanism_id, record.second_id]);
  await tx.run('UPDATE record SET own_rank = ?, rank = ? WHERE id = ?', [own, rank, record.id]);
  if (rank !== record.rank) {
    await partRankRow(tx, record.id, rank, seq);
    const table = tableOf(record.type);
    if (table) await partTypedRow(tx, table, record.id, rank, seq);
    if (record.type === 'transition' || record.type === 'condition' || record.type === 'account')
      await tx.run('UPDATE proposal SET shown = CASE WHEN rank > ? THEN rank ELSE ? END WHERE id = ?', [
        rank,
        rank,
        record.id,
      ]);
    await tx.run('UPDATE act SET shown = CASE WHEN rank > ? THEN rank ELSE ? END WHERE record_id = ?', [
      rank,
      rank,
      record.id,
    ]);
    await touch(tx, record, record.rank, seq, true);
    await touch(tx, record, rank, seq, true);
  }
  if (record.type !== 'mechanism') return;
  const hanging = await tx.all<RecordRow>('SELECT * FROM record WHERE mechanism_id = ? OR second_id = ? ORDER BY id', [
    record.id,
    record.id,
  ]);
  for (const one of hanging) await reclassify(tx, one, one.own_rank, seq, tableOf);
}

async function partRankRow(tx: WritableDb, id: string, rank: Rank, seq: number): Promise<void> {
  await tx.run('UPDATE record_rank SET until_seq = ? WHERE record_id = ? AND until_seq = ?', [seq, id, FOREVER]);
  await tx.run('DELETE FROM record_rank WHERE record_id = ? AND from_seq = ?', [id, seq]);
  await tx.run('UPDATE record_rank SET shown = CASE WHEN rank > ? THEN rank ELSE ? END WHERE record_id = ?', [
    rank,
    rank,
    id,
  ]);
  await tx.insert('record_rank', { record_id: id, from_seq: seq, until_seq: FOREVER, rank, shown: rank });
}

async function partTypedRow(tx: WritableDb, table: string, id: string, rank: Rank, seq: number): Promise<void> {
  const row = await tx.get(`SELECT * FROM "${table}" WHERE id = ? AND until_seq = ?`, [id, FOREVER]);
  await tx.run(`UPDATE "${table}" SET shown = CASE WHEN rank > ? THEN rank ELSE ? END WHERE id = ?`, [rank, rank, id]);
  if (!row) return;
  if (row.from_seq === seq) {
    await tx.run(`UPDATE "${table}" SET rank = ?, shown = ? WHERE id = ? AND from_seq = ?`, [rank, rank, id, seq]);
    return;
  }
  await tx.run(`UPDATE "${table}" SET until_seq = ? WHERE id = ? AND until_seq = ?`, [seq, id, FOREVER]);
  await tx.insert(table, { ...row, from_seq: seq, rank, shown: rank });
}

/** Scope of what is no mechanism's: `library` for what all answers lean on, `people` for accounts. */
export function scopesOf(record: Pick<RecordRow, 'id' | 'type' | 'mechanism_id' | 'second_id'>): string[] {
  if (record.type === 'mechanism') return [record.id];
  const scopes = [record.mechanism_id, record.second_id].filter((id): id is string => id !== null);
  if (scopes.length > 0) return scopes;
  return [PEOPLE_TYPES.has(record.type) ? 'people' : 'library'];
}

/** Notes the last entry that changed what one rank sees of a scope. */
export async function touch(
  tx: WritableDb,
  record: Pick<RecordRow, 'id' | 'type' | 'mechanism_id' | 'second_id'>,
  rank: Rank,
  seq: number,
  reclassed: boolean,
): Promise<void> {
  for (const scope of scopesOf(record)) {
    const changed = reclassed ? ', reclassed_seq = excluded.reclassed_seq' : '';
    await tx.run(
      `INSERT INTO touched (scope, rank, seq, reclassed_seq) VALUES (?, ?, ?, ?)
       ON CONFLICT (scope, rank) DO UPDATE SET seq = excluded.seq${changed}`,
      [scope, rank, seq, reclassed ? seq : 0],
    );
  }
}
