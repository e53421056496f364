import { applyFields, type Content, type Json, type RecordType } from '@zvit/domain';
import { type Db } from '../db.js';
import { FOREVER } from '../tables/versioned.js';

interface CitationRow {
  readonly record_id: string;
  readonly path: string;
  readonly n: number;
  readonly source_id: string;
  readonly locator: string | null;
  readonly quote: string | null;
}

/** A record's whole content as it stands now, its citations at their places. */
export async function contentOf(db: Db, type: RecordType, id: string): Promise<Content> {
  const row = await db.get<{ content: string }>(`SELECT content FROM "${type}" WHERE id = ? AND until_seq = ?`, [
    id,
    FOREVER,
  ]);
  const rows = await db.all<CitationRow>(
    'SELECT * FROM citation WHERE record_id = ? AND until_seq = ? ORDER BY path, n',
    [id, FOREVER],
  );
  return withCitations(row ? (JSON.parse(row.content) as Content) : {}, rows);
}

/** Puts citations back to where the statements of a content have them. */
export function withCitations(content: Content, rows: readonly CitationRow[]): Content {
  const fields = new Map<string, Json>();
  for (const { path, n, source_id, locator, quote } of rows) {
    if (path.startsWith('/proposals/')) continue;
    fields.set(`${path}/citations/${n}/source`, source_id);
    if (locator !== null) fields.set(`${path}/citations/${n}/locator`, locator);
    if (quote !== null) fields.set(`${path}/citations/${n}/quote`, quote);
  }
  return fields.size === 0 ? content : applyFields(content, fields);
}
