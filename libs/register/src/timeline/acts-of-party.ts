import { UNPLACED } from '@zvit/domain';
import { citationsOf, recordsById, where } from '@zvit/evidence';
import { decodeCursor, type Page, pageOf, rowsToRead } from '@zvit/platform';
import { type Db, type View, visible } from '@zvit/store';
import { partiesById } from '../reading/named.dto.js';
import { inPeriod, ofKinds, ofMechanisms, restingOnClass } from './timeline-filter.js';
import { TimelineItemDto } from './timeline.dto.js';
import { type TimelineQuery } from './timeline-query.dto.js';

interface ActRow {
  readonly id: string;
  readonly created_seq: number;
  readonly n: number;
  readonly place: string;
}

// The place of a date among others, as the sort column of events has it.
const PLACE = `CASE WHEN a.earliest IS NULL AND a.latest IS NULL THEN '${UNPLACED}'
  ELSE COALESCE(a.earliest, a.latest) || CASE WHEN a.earliest IS NULL THEN ' 0 ' ELSE ' 1 ' END || COALESCE(a.latest, '~') END`;

/** The acts by which a party took part, in order of time: the timeline of a party. */
export async function actsOfParty(
  db: Db,
  view: View,
  party: string,
  mechanisms: readonly string[] | undefined,
  query: TimelineQuery,
): Promise<Page<TimelineItemDto>> {
  const after = decodeCursor(query.cursor, ['string', 'integer', 'integer']);
  const conditions = [
    where('a.party_id = ?', party),
    ...ofMechanisms('a.mechanism_id', mechanisms),
    ...ofKinds('a.act', query.kind),
    ...inPeriod('a', query),
    ...restingOnClass(view, 'a.record_id', 'a.path', query.sourceClass),
    ...(after ? [where(`(${PLACE}, r.created_seq, a.n) > (?, ?, ?)`, ...after)] : []),
  ];
  const rows = await db.all<ActRow>(
    `SELECT a.record_id AS id, r.created_seq, a.n, ${PLACE} AS place FROM participation_act a
     JOIN participation p ON p.id = a.record_id JOIN record r ON r.id = a.record_id
     WHERE ${visible(view, 'p')} AND a.from_seq <= ${view.seq} AND a.until_seq > ${view.seq}
     AND ${conditions.map((one) => one.sql).join(' AND ')} ORDER BY ${PLACE}, r.created_seq, a.n LIMIT ?`,
    [...conditions.flatMap((one) => one.params), rowsToRead(query)],
  );
  const page = pageOf(
    query,
    rows,
    (row) => [row.place, row.created_seq, row.n],
    (row) => row,
  );
  const ids = page.items.map((row) => row.id);
  const participations = await recordsById(db, view, 'participation', ids);
  const citations = await citationsOf(db, view, ids);
  const named = (await partiesById(db, view, [party])).get(party) ?? null;
  const items = page.items.map(({ id, n }) =>
    TimelineItemDto.fromAct(participations.get(id)!, n, named, citations.of(id, `/acts/${n}`)),
  );
  return { items, next: page.next };
}
