import { type Content, type RecordType } from '@zvit/domain';
import { decodeCursor, type Page, pageOf, type PageQuery, rowsToRead, type SortKey } from '@zvit/platform';
import { type Db, noteRestricted, type SqlValue, type View, visible } from '@zvit/store';

/** A record as a view shows it, its content taken apart; citations stand beside it (`citationsOf`). */
export interface SeenRecord {
  readonly id: string;
  /** The data's own name, where it has one. */
  readonly key: string | null;
  readonly version: number;
  readonly rank: number;
  readonly shown: number;
  readonly mechanismId: string | null;
  readonly mechanismSlug: string | null;
  readonly content: Content;
}

/** A condition in SQL over alias `t`, with its parameters. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/** One part of a sort key: SQL over `t` (the record) and `r` (its row in `record`), never null. */
export interface SortPart {
  readonly sql: string;
  readonly kind: 'string' | 'integer';
}

/** Which records, and in which order. The last part of the order is different for each record. */
export interface Listing {
  readonly type: RecordType;
  readonly where: readonly Condition[];
  readonly order: readonly SortPart[];
  /** What SQL can't tell: of the rows read, those that belong to the list. */
  readonly keep?: (rows: readonly SeenRecord[]) => Promise<readonly SeenRecord[]>;
}

export const where = (sql: string, ...params: SqlValue[]): Condition => ({ sql, params });

/**
 * The order in which records were first recorded: that of the files for what was imported. Different for each record, so it parts
 * what is otherwise equal; ids are random and would shuffle it.
 */
export const RECORDED: SortPart = { sql: 'r.created_seq', kind: 'integer' };
export const AS_RECORDED: readonly SortPart[] = [RECORDED];
export const BY_KEY: readonly SortPart[] = [{ sql: `COALESCE(t.key, '')`, kind: 'string' }, RECORDED];

interface Raw extends Record<string, SqlValue> {
  readonly id: string;
  readonly shown: number;
  readonly content: string;
}

interface Sorted {
  readonly record: SeenRecord;
  readonly place: SortKey;
}

/** One page of records that a view shows, by keyset: later pages stay right while records are added. */
export async function recordPage(db: Db, view: View, query: PageQuery, listing: Listing): Promise<Page<SeenRecord>> {
  const wanted = rowsToRead(query);
  const kept: Sorted[] = [];
  let after: SortKey | undefined = decodeCursor(
    query.cursor,
    listing.order.map((part) => part.kind),
  );
  for (let more = true; more && kept.length < wanted;) {
    const rows = await readRows(db, view, listing, after, wanted);
    more = rows.length === wanted;
    after = rows.at(-1)?.place;
    kept.push(...(await sieve(listing, rows)));
  }
  const page = pageOf(
    query,
    kept,
    (row) => row.place,
    (row) => row.record,
  );
  noteRestricted(view, page.items);
  return page;
}

async function sieve({ keep }: Listing, rows: readonly Sorted[]): Promise<readonly Sorted[]> {
  if (!keep) return rows;
  const stay = new Set(await keep(rows.map((row) => row.record)));
  return rows.filter((row) => stay.has(row.record));
}

async function readRows(db: Db, view: View, listing: Listing, after: SortKey | undefined, limit: number) {
  const { type, order } = listing;
  const parts = order.map((part) => part.sql).join(', ');
  const conditions = [...listing.where];
  if (after) {
    // The first part once more: an index helps with that, and not with parts of two tables together.
    conditions.push(where(`${order[0]!.sql} >= ?`, after[0]!));
    conditions.push(where(`(${parts}) > (${after.map(() => '?').join(', ')})`, ...after));
  }
  const rows = await db.all<Raw>(
    `SELECT ${COLUMNS}, ${order.map((part, place) => `${part.sql} AS o${place}`).join(', ')} ${from(type)}
     WHERE ${[visible(view, 't'), ...conditions.map((one) => one.sql)].join(' AND ')} ORDER BY ${parts} LIMIT ?`,
    [...conditions.flatMap((one) => one.params), limit],
  );
  return rows.map((row) => ({
    record: seen(row),
    place: order.map((_, place) => row[`o${place}`] as string | number),
  }));
}

const COLUMNS = 't.id, t.key, t.version, t.rank, t.shown, t.mechanism_id, t.content, m.key AS mechanism_slug';
const from = (type: RecordType) =>
  `FROM "${type}" t JOIN record r ON r.id = t.id LEFT JOIN record m ON m.id = t.mechanism_id`;

/** Records of one type by opaque id, as a view shows them; those that it does not show are missing. */
export async function recordsById(
  db: Db,
  view: View,
  type: RecordType,
  ids: Iterable<string>,
): Promise<Map<string, SeenRecord>> {
  const found = new Map<string, SeenRecord>();
  for (const some of chunks([...new Set(ids)])) {
    const rows = await db.all<Raw>(
      `SELECT ${COLUMNS} ${from(type)} WHERE t.id IN (${some.map(() => '?').join(', ')}) AND ${visible(view, 't')}`,
      some,
    );
    for (const row of noteRestricted(view, rows)) found.set(row.id, seen(row));
  }
  return found;
}

/** The record that a client names by the data's own name or by its opaque id, if the view shows it. */
export async function recordNamed(
  db: Db,
  view: View,
  type: RecordType,
  named: string,
): Promise<SeenRecord | undefined> {
  const row = await db.get<Raw>(
    `SELECT ${COLUMNS} ${from(type)} WHERE r.type = ? AND (r.key = ? OR r.id = ?) AND ${visible(view, 't')}
     ORDER BY CASE WHEN r.id = ? THEN 0 ELSE 1 END LIMIT 1`,
    [type, named, named, named],
  );
  if (!row) return undefined;
  noteRestricted(view, [row]);
  return seen(row);
}

function seen(row: Raw): SeenRecord {
  return {
    id: row.id,
    key: row.key as string | null,
    version: row.version as number,
    rank: row.rank as number,
    shown: row.shown,
    mechanismId: row.mechanism_id as string | null,
    mechanismSlug: row.mechanism_slug as string | null,
    content: JSON.parse(row.content) as Content,
  };
}

/** Lists of ids for SQL, in parts that every database takes. */
export function chunks<T>(list: readonly T[], size = 300): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size));
  return parts;
}
