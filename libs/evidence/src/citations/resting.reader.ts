import { Injectable } from '@nestjs/common';
import { type RecordType } from '@zvit/domain';
import { decodeCursor, type Page, pageOf, type PageQuery, rowsToRead } from '@zvit/platform';
import { Store, type View, visible } from '@zvit/store';
import { sourceNamed } from '../sources/source.reader.js';
import { citationHolds } from './citations-of.js';
import { recordsById, type SeenRecord } from './record-page.js';
import { type RestingStatementDto } from './resting.dto.js';
import { titleOf } from './title-of.js';

interface Row {
  readonly record_id: string;
  readonly created_seq: number;
  readonly type: RecordType;
  readonly path: string;
  readonly n: number;
  readonly locator: string | null;
  readonly quote: string | null;
}

/** What rests on a source: the answer to "this paper turned out false; what have we said because of it?" */
@Injectable()
export class RestingReader {
  constructor(private readonly store: Store) {}

  async list(view: View, named: string, query: PageQuery): Promise<Page<RestingStatementDto>> {
    const source = await sourceNamed(this.store, view, named);
    const after = decodeCursor(query.cursor, ['integer', 'string', 'integer']);
    const rows = await this.store.db.all<Row>(
      `SELECT c.record_id, r.created_seq, r.type, c.path, c.n, c.locator, c.quote FROM citation c
       JOIN record r ON r.id = c.record_id JOIN record_rank k ON k.record_id = c.record_id
       WHERE c.source_id = ? AND ${citationHolds(view, 'c')} AND ${visible(view, 'k')}
       ${after ? 'AND (r.created_seq, c.path, c.n) > (?, ?, ?)' : ''} ORDER BY r.created_seq, c.path, c.n LIMIT ?`,
      [source.id, ...(after ?? []), rowsToRead(query)],
    );
    const page = pageOf(
      query,
      rows,
      (row) => [row.created_seq, row.path, row.n],
      (row) => row,
    );
    const records = await this.records(view, page.items);
    const items = page.items.flatMap((row) => {
      const record = records.get(row.record_id);
      return record ? [statement(row, record)] : [];
    });
    return { items, next: page.next };
  }

  private async records(view: View, rows: readonly Row[]): Promise<Map<string, SeenRecord>> {
    const all = new Map<string, SeenRecord>();
    for (const type of new Set(rows.map((row) => row.type))) {
      const ids = rows.filter((row) => row.type === type).map((row) => row.record_id);
      for (const [id, record] of await recordsById(this.store.db, view, type, ids)) all.set(id, record);
    }
    return all;
  }
}

function statement(row: Row, record: SeenRecord): RestingStatementDto {
  const mechanism =
    row.type === 'mechanism'
      ? { id: record.id, slug: record.key }
      : ofMechanism(record.mechanismId, record.mechanismSlug);
  return {
    id: `${row.record_id}${row.path}/citations/${row.n}`,
    record: { type: row.type, id: row.record_id, slug: record.key },
    path: row.path,
    mechanism,
    title: titleOf(record.content, row.path),
    verified: (record.content.verified ?? null) as boolean | null,
    locator: row.locator,
    quote: row.quote,
  };
}

const ofMechanism = (id: string | null, slug: string | null) => (id === null ? null : { id, slug });
