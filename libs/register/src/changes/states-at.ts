import { type Content, type RecordType } from '@zvit/domain';
import { chunks, recordsById, type SeenRecord } from '@zvit/evidence';
import { type Db, type View, visible, withCitations } from '@zvit/store';
import { namesIn } from './names-in.js';

/** A record as a person reads it at a moment, its citations at their places. */
export interface State {
  readonly record: SeenRecord;
  readonly content: Content;
  /** The record and the sources that it cites. */
  readonly speaksOf: readonly { id: string; shown: number }[];
}

interface CitationRow {
  readonly record_id: string;
  readonly path: string;
  readonly n: number;
  readonly source_id: string;
  readonly locator: string | null;
  readonly quote: string | null;
  readonly id: string;
  readonly shown: number;
}

/** The states of some records, by id; those that the view does not show are missing. */
export async function statesAt(
  db: Db,
  view: View,
  ids: ReadonlyMap<RecordType, readonly string[]>,
): Promise<Map<string, State>> {
  // Whether they go into an answer is not known yet: what they note here is not yet read by anybody.
  const unread = { ...view, restricted: new Set<string>() };
  const records: SeenRecord[] = [];
  for (const [type, some] of ids) records.push(...(await recordsById(db, unread, type, some)).values());
  const citations = await citationsAt(
    db,
    view,
    records.map((record) => record.id),
  );
  const whole = records.map((record) => ({ record, cited: citations.get(record.id) ?? [] }));
  const named = await namesIn(
    db,
    view,
    whole.map(({ record }) => record.content),
  );
  return new Map(
    whole.map(({ record, cited }) => [
      record.id,
      { record, content: withCitations(named(record.content), cited), speaksOf: [record, ...cited] },
    ]),
  );
}

/** The citations of some records; a source that the person may not see is left out, as everywhere. */
async function citationsAt(db: Db, view: View, ids: readonly string[]): Promise<Map<string, CitationRow[]>> {
  const found = new Map<string, CitationRow[]>();
  for (const some of chunks(ids)) {
    const rows = await db.all<CitationRow>(
      `SELECT c.record_id, c.path, c.n, COALESCE(s.key, s.id) AS source_id, c.locator, c.quote, s.id, s.shown
       FROM citation c JOIN "source" s ON s.id = c.source_id
       WHERE c.record_id IN (${some.map(() => '?').join(', ')}) AND ${visible(view, 's')}
       AND c.from_seq <= ${view.seq} AND c.until_seq > ${view.seq} ORDER BY c.record_id, c.path, c.n`,
      some,
    );
    for (const row of rows) {
      const beside = found.get(row.record_id);
      if (beside) beside.push(row);
      else found.set(row.record_id, [row]);
    }
  }
  return found;
}
