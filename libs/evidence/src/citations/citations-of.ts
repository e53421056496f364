import { type Content } from '@zvit/domain';
import { type Db, noteRestricted, type View, visible } from '@zvit/store';
import { CitedSourceDto, type CitationDto } from './citation.dto.js';
import { chunks } from './record-page.js';

interface CitationRow {
  readonly record_id: string;
  readonly path: string;
  readonly n: number;
  readonly locator: string | null;
  readonly quote: string | null;
  readonly id: string;
  readonly key: string | null;
  readonly shown: number;
  readonly content: string;
}

/** The citations of some records, each asked for by its statement's path: '' is the record's own, '/acts/1' that of an act. */
export interface Citations {
  of(recordId: string, path?: string): CitationDto[];
}

/**
 * The citations of a page of records in one query. A source that was classed above its citing record later on is left out, for
 * those who may not see it.
 */
export async function citationsOf(db: Db, view: View, recordIds: Iterable<string>): Promise<Citations> {
  const found = new Map<string, CitationDto[]>();
  const sources = new Map<string, CitedSourceDto>();
  for (const ids of chunks([...new Set(recordIds)])) {
    const rows = await db.all<CitationRow>(
      `SELECT c.record_id, c.path, c.n, c.locator, c.quote, s.id, s.key, s.shown, s.content
       FROM citation c JOIN "source" s ON s.id = c.source_id
       WHERE c.record_id IN (${ids.map(() => '?').join(', ')}) AND ${citationHolds(view, 'c')} AND ${visible(view, 's')}
       ORDER BY c.record_id, c.path, c.n`,
      ids,
    );
    noteRestricted(view, rows);
    for (const row of rows) {
      const source =
        sources.get(row.id) ?? CitedSourceDto.from({ ...row, content: JSON.parse(row.content) as Content });
      sources.set(row.id, source);
      const { locator, quote } = row;
      const place = row.record_id + row.path;
      const citation = { id: `${place}/citations/${row.n}`, source, locator, quote };
      const beside = found.get(place);
      if (beside) beside.push(citation);
      else found.set(place, [citation]);
    }
  }
  return { of: (recordId, path = '') => found.get(recordId + path) ?? [] };
}

/** Whether a citation stood then, as SQL. What a proposal cites is not yet stated. */
export const citationHolds = (view: View, alias: string): string =>
  `${alias}.from_seq <= ${view.seq} AND ${alias}.until_seq > ${view.seq} AND ${alias}.path NOT LIKE '/proposals/%'`;
