import { Injectable } from '@nestjs/common';
import { type RecordType } from '@zvit/domain';
import { type Citations, citationsOf, recordsById, type SeenRecord } from '@zvit/evidence';
import { decodeCursor, pageOf, rowsToRead } from '@zvit/platform';
import { Store, type View } from '@zvit/store';
import { namedIds } from '../reading/asked.js';
import { partiesById, type PartyRefDto } from '../reading/named.dto.js';
import { ofMechanisms } from '../timeline/timeline-filter.js';
import { type UncoveredPageDto, type UncoveredStatementDto } from './coverage.dto.js';
import { LACKS, type UncoveredQuery } from './coverage-query.dto.js';
import { statementWords } from './statement-words.js';
import { backedSql, LACKING, STATING } from './statements-sql.js';

interface Uncovered extends Record<string, string | number | null> {
  readonly record_id: string;
  readonly path: string;
  readonly type: RecordType;
  readonly mechanism_id: string | null;
  readonly created_seq: number;
}

/** The statements that lack something: the work list of whoever looks for sources. */
@Injectable()
export class UncoveredReader {
  constructor(private readonly store: Store) {}

  async list(view: View, query: UncoveredQuery): Promise<UncoveredPageDto> {
    const { db } = this.store;
    const ids = query.mechanism && (await namedIds(db, view, 'mechanism', query.mechanism));
    const page = pageOf(
      query,
      await this.rows(view, query, ids),
      (row) => [row.created_seq, row.path],
      (row) => row,
    );
    const records = new Map<string, SeenRecord>();
    for (const type of new Set(page.items.map((row) => row.type))) {
      const some = page.items.filter((row) => row.type === type).map((row) => row.record_id);
      for (const [id, record] of await recordsById(db, view, type, some)) records.set(id, record);
    }
    const citations = await citationsOf(db, view, records.keys());
    const named = [...records.values()].flatMap(({ content: { party } }) => (typeof party === 'string' ? [party] : []));
    const parties = await partiesById(db, view, named);
    return {
      items: page.items.map((row) => item(row, records.get(row.record_id)!, citations, parties)),
      next: page.next,
    };
  }

  private rows(view: View, query: UncoveredQuery, ids: readonly string[] | undefined): Promise<Uncovered[]> {
    const after = decodeCursor(query.cursor, ['integer', 'string']);
    const lacking = query.lack === undefined ? Object.values(LACKING).join(' OR ') : LACKING[query.lack];
    const mechanisms = ofMechanisms('u.mechanism_id', ids);
    const flags = LACKS.map((lack) => `CASE WHEN ${LACKING[lack]} THEN 1 ELSE 0 END AS "${lack}"`).join(', ');
    return this.store.db.all<Uncovered>(
      `SELECT u.record_id, u.path, u.type, u.mechanism_id, r.created_seq, ${flags}
       FROM ${backedSql(view, query.type?.length ? query.type : STATING)} JOIN record r ON r.id = u.record_id
       WHERE ${[`(${lacking})`, ...mechanisms.map((one) => one.sql)].join(' AND ')}
       ${after ? 'AND (r.created_seq, u.path) > (?, ?)' : ''} ORDER BY r.created_seq, u.path LIMIT ?`,
      [...mechanisms.flatMap((one) => one.params), ...(after ?? []), rowsToRead(query)],
    );
  }
}

function item(
  row: Uncovered,
  record: SeenRecord,
  citations: Citations,
  parties: ReadonlyMap<string, PartyRefDto>,
): UncoveredStatementDto {
  const { id, key, content } = record;
  const slug = row.type === 'mechanism' ? key : record.mechanismSlug;
  return {
    id: `${id}${row.path}`,
    record: { type: row.type, id, slug: key },
    path: row.path,
    mechanism: row.mechanism_id === null ? null : { id: row.mechanism_id, slug },
    title: statementWords(content, row.path, parties),
    verified: (content.verified ?? null) as boolean | null,
    lacks: LACKS.filter((lack) => row[lack] === 1),
    citations: citations.of(id, row.path),
  };
}
