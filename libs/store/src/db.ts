import { type Dialect } from './tables/table.js';

export type SqlValue = string | number | null;
export type Row = Record<string, SqlValue>;

/**
 * SQL as both databases understand it: `?` for parameters, no vendor's words, whole numbers, text compared by bytes.
 * Whoever holds a `Db` may read; only a `Tx` (see store.ts) may write, and only inside `Store.write`.
 */
export interface Db {
  readonly dialect: Dialect;
  all<T = Row>(sql: string, params?: readonly SqlValue[]): Promise<T[]>;
  get<T = Row>(sql: string, params?: readonly SqlValue[]): Promise<T | undefined>;
}

export interface WritableDb extends Db {
  run(sql: string, params?: readonly SqlValue[]): Promise<number>;
  insert(table: string, row: Row): Promise<void>;
}

const NUMBERED = new Map<string, string>();

/** `?` to `$1`, `$2` … No statement of ours holds a question mark elsewhere. */
export function numbered(sql: string): string {
  let text = NUMBERED.get(sql);
  if (text === undefined) {
    let n = 0;
    text = sql.replace(/\?/g, () => `$${(n += 1)}`);
    if (NUMBERED.size > 2_000) NUMBERED.clear();
    NUMBERED.set(sql, text);
  }
  return text;
}

export function insertSql(table: string, row: Row): string {
  const columns = Object.keys(row);
  return `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}
