import { changeOf, type RecordType } from '@zvit/domain';
import { type Condition, where } from '@zvit/evidence';
import { decodeCursor, type Page, type PageQuery, type SortKey } from '@zvit/platform';
import { type Db, visible } from '@zvit/store';
import { actsBetween } from './acts-between.js';
import { ChangeDto } from './changes.dto.js';
import { type ChangesQuery } from './changes-query.dto.js';
import { type Ends } from './ends-asked.js';
import { type Candidate, type FoundChange, idsByType, pageOfChanges } from './found-changes.js';
import { statesAt } from './states-at.js';
import { type AskedType, typesAsked } from './what-is-asked.js';

interface KnownCandidate extends Candidate {
  readonly type: RecordType;
}

/** What became of each record between two moments of knowledge, what moved last first. */
export async function changesKnown(db: Db, ends: Ends, query: ChangesQuery & PageQuery): Promise<Page<ChangeDto>> {
  const first = decodeCursor(query.cursor, ['integer', 'integer']);
  const types = await typesAsked(db, ends, query);
  return pageOfChanges(
    ends.to,
    query,
    first,
    (after, limit) => candidates(db, ends, types, after, limit),
    (some) => compared(db, ends, some),
  );
}

/**
 * Records whose row at one end is not that at the other, by the entry that moved them last. A row that begins in between may say
 * what the one before said: another class of a mechanism parts all rows that hang on it. Each branch is ordered and cut by itself, so
 * that none has to be read to its end for one page.
 */
async function candidates(
  db: Db,
  ends: Ends,
  types: readonly AskedType[],
  after: SortKey | undefined,
  limit: number,
): Promise<KnownCandidate[]> {
  if (types.length === 0) return [];
  const branches = types.flatMap((asked) => [
    branch(asked, 't.from_seq', `${visible(ends.to, 't')} AND t.from_seq > ${ends.from.seq}`, after, limit),
    branch(asked, 't.until_seq', goneBetween(asked.type, ends), after, limit),
  ]);
  const rows = await db.all<{ id: string; type: RecordType; moved: number; created_seq: number }>(
    `SELECT c.id, c.type, c.moved, c.created_seq FROM (
     ${branches.map((one, at) => `SELECT * FROM (${one.sql}) b${at}`).join(' UNION ALL ')}) c
     ORDER BY c.moved DESC, c.created_seq DESC LIMIT ?`,
    [...branches.flatMap((one) => one.params), limit],
  );
  return rows.map(({ id, type, moved, created_seq }) => ({ id, type, place: [moved, created_seq] }));
}

const goneBetween = (type: RecordType, { from, to }: Ends): string =>
  `${visible(from, 't')} AND t.until_seq <= ${to.seq}
   AND NOT EXISTS (SELECT 1 FROM "${type}" n WHERE n.id = t.id AND ${visible(to, 'n')})`;

function branch(asked: AskedType, moved: string, holds: string, after: SortKey | undefined, limit: number): Condition {
  // The first part once more: an index helps with that, and not with columns of two tables together.
  const below = after ? [where(`${moved} <= ?`, after[0]!), where(`(${moved}, r.created_seq) < (?, ?)`, ...after)] : [];
  const conditions = [where(holds), ...asked.where, ...below];
  return where(
    `SELECT t.id, r.type, ${moved} AS moved, r.created_seq FROM "${asked.type}" t JOIN record r ON r.id = t.id
     WHERE ${conditions.map((one) => one.sql).join(' AND ')} ORDER BY ${moved} DESC, r.created_seq DESC LIMIT ?`,
    ...conditions.flatMap((one) => one.params),
    limit,
  );
}

async function compared(db: Db, ends: Ends, some: readonly KnownCandidate[]): Promise<Map<string, FoundChange>> {
  const ids = idsByType(some);
  const [before, after] = [await statesAt(db, ends.from, ids), await statesAt(db, ends.to, ids)];
  const acts = await actsBetween(
    db,
    ends,
    some.map((one) => one.id),
  );
  const found = new Map<string, FoundChange>();
  for (const { type, id } of some) {
    const [was, is] = [before.get(id), after.get(id)];
    const between = acts.get(id) ?? [];
    const written = between.flatMap((act) => act.written ?? []);
    const change = changeOf(was?.content ?? null, is?.content ?? null, written);
    const row = (is ?? was)?.record;
    if (!change || !row) continue;
    const dto = ChangeDto.from(
      type,
      row,
      change,
      between.map((act) => act.dto),
    );
    const speaksOf = [...(was?.speaksOf ?? []), ...(is?.speaksOf ?? []), ...between.map((act) => act.on)];
    found.set(id, { dto, speaksOf });
  }
  return found;
}
