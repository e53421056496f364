import { differenceOf, type RecordType } from '@zvit/domain';
import { recordsById, type SeenRecord } from '@zvit/evidence';
import { decodeCursor, type Page, type PageQuery, type SortKey } from '@zvit/platform';
import { type Db, visible } from '@zvit/store';
import { ChangeDto } from './changes.dto.js';
import { type ChangesQuery } from './changes-query.dto.js';
import { type Ends } from './ends-asked.js';
import { type Candidate, type FoundChange, idsByType, pageOfChanges } from './found-changes.js';
import { type AskedType, typesAsked } from './what-is-asked.js';
import { onDay, WORLDLY, type WorldlyType, type WorldState } from './on-day.js';

interface WorldCandidate extends Candidate {
  readonly type: WorldlyType;
}

/** What is another on the second day than on the first, all as known at one moment, in the order in which it was first recorded. */
export async function changesInWorld(db: Db, ends: Ends, query: ChangesQuery & PageQuery): Promise<Page<ChangeDto>> {
  const first = decodeCursor(query.cursor, ['integer']);
  const types = await typesAsked(db, ends, query, WORLDLY);
  return pageOfChanges(
    ends.to,
    query,
    first,
    (after, limit) => candidates(db, ends, types, after, limit),
    (some) => compared(db, ends, some),
  );
}

async function candidates(
  db: Db,
  { to }: Ends,
  types: readonly AskedType[],
  after: SortKey | undefined,
  limit: number,
): Promise<WorldCandidate[]> {
  if (types.length === 0) return [];
  const parts = types.map(({ type, where }) => {
    const asked = where.map((one) => ` AND ${one.sql}`).join('');
    return `SELECT t.id FROM "${type}" t WHERE ${visible(to, 't')}${asked}`;
  });
  const rows = await db.all<{ id: string; type: WorldlyType; created_seq: number }>(
    `SELECT c.id, r.type, r.created_seq FROM (${parts.join(' UNION ALL ')}) c JOIN record r ON r.id = c.id
     ${after ? 'WHERE r.created_seq > ?' : ''} ORDER BY r.created_seq LIMIT ?`,
    [...types.flatMap(({ where }) => where.flatMap((one) => one.params)), ...(after ?? []), limit],
  );
  return rows.map(({ id, type, created_seq }) => ({ id, type, place: [created_seq] }));
}

async function compared(db: Db, ends: Ends, some: readonly WorldCandidate[]): Promise<Map<string, FoundChange>> {
  const unread = { ...ends.to, restricted: new Set<string>() };
  const found = new Map<string, FoundChange>();
  for (const [type, ids] of idsByType(some)) {
    const rows = await recordsById(db, unread, type, ids);
    const before = await onDay(db, { ...ends.from, restricted: unread.restricted }, type, [...rows.values()]);
    const after = await onDay(db, unread, type, [...rows.values()]);
    for (const row of rows.values()) {
      const dto = changeBetween(type, row, before.get(row.id)!, after.get(row.id)!);
      if (dto) found.set(row.id, { dto, speaksOf: [row] });
    }
  }
  return found;
}

function changeBetween(type: RecordType, row: SeenRecord, was: WorldState, is: WorldState): ChangeDto | null {
  const differences = differenceOf(was.state, is.state);
  if (differences.length === 0) return null;
  const change = !was.there ? 'added' : !is.there ? 'removed' : 'changed';
  // Nothing was wrong: the world went on.
  const fields = differences.map((one) => ({ ...one, corrected: false }));
  return ChangeDto.from(type, row, { change, fields }, []);
}
