import { CITED, type RecordType } from '@zvit/domain';
import { type View, visible } from '@zvit/store';

/** Types of record whose inner statements have citations of their own beside, or instead of, the record's. */
const WITH_PARTS: readonly RecordType[] = ['mechanism', 'transition', 'conflict', 'lifecycle'];

/** Types of record that state something; what they state rests on citations. */
export const STATING: readonly RecordType[] = [...new Set([...WITH_PARTS, ...CITED])];

/** A record marks what is inferred. No text of a record can hold these words: quotation marks within texts are escaped. */
const INFERRED = `'%"verified":false%'`;

/**
 * Every statement that a view shows, one row each: record_id, path ('' for the record as such, /acts/1 within it), type,
 * mechanism_id (NULL for the library), unverified, shown. The same list as that of the README: what it exempts is not here.
 */
function statementsSql(view: View, types: readonly RecordType[]): string {
  const inner = (alias: string) => `${alias}.from_seq <= ${view.seq} AND ${alias}.until_seq > ${view.seq}`;
  const row = (type: RecordType, place: string, from: string) =>
    `SELECT t.id AS record_id, ${place} AS path, '${type}' AS type, ${type === 'mechanism' ? 't.id' : 't.mechanism_id'} AS mechanism_id,
       CASE WHEN t.content LIKE ${INFERRED} THEN 1 ELSE 0 END AS unverified, t.shown FROM ${from} WHERE ${visible(view, 't')}`;
  const parts = types.flatMap((type) => [
    ...(CITED.has(type) ? [row(type, 't.path', `"${type}" t`)] : []),
    ...(WITH_PARTS.includes(type)
      ? [`${row(type, 's.path', `"${type}" t JOIN statement s ON s.record_id = t.id`)} AND ${inner('s')}`]
      : []),
    ...(type === 'participation'
      ? [`${row(type, 'a.path', `"${type}" t JOIN participation_act a ON a.record_id = t.id`)} AND ${inner('a')}`]
      : []),
  ]);
  return parts.join(' UNION ALL ');
}

/**
 * What each statement rests on, as far as a view shows it: documents (passages of one document are one), whether one of them is
 * primary or secondary, whether a citation quotes or names a place. A passage is a place.
 */
function backingSql(view: View): string {
  const most = (condition: string) => `max(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
  return `SELECT c.record_id, c.path, CAST(count(DISTINCT COALESCE(d.part_of, d.id)) AS integer) AS documents,
      ${most(`d.type = 'primary'`)} AS from_primary, ${most(`d.type <> 'primary'`)} AS from_secondary,
      ${most('c.quote IS NOT NULL')} AS quoted, ${most('c.locator IS NOT NULL OR d.part_of IS NOT NULL')} AS placed
    FROM citation c JOIN "source" d ON d.id = c.source_id
    WHERE c.from_seq <= ${view.seq} AND c.until_seq > ${view.seq} AND ${visible(view, 'd')}
    GROUP BY c.record_id, c.path`;
}

/** A statement with what it rests on: alias `u` for the statement, `b` for its backing, which is missing where all of it is hidden. */
export const backedSql = (view: View, types: readonly RecordType[]): string =>
  `(${statementsSql(view, types)}) u LEFT JOIN (${backingSql(view)}) b ON b.record_id = u.record_id AND b.path = u.path`;

/** What each lack means, over aliases of `backedSql`. */
export const LACKING = {
  'single-source': 'COALESCE(b.documents, 0) < 2',
  primary: 'COALESCE(b.from_primary, 0) = 0',
  quote: 'COALESCE(b.quoted, 0) = 0',
  locator: 'COALESCE(b.placed, 0) = 0',
  verification: 'u.unverified = 1',
} as const;
