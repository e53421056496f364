import { rawOf, SqliteDb, sqliteSource } from '../connections/sqlite.js';
import { type Db, type Row, type SqlValue } from '../db.js';
import { type Projections } from '../projection/projections.js';
import { type TableShape } from '../tables/table.js';
import { DERIVED_TABLES } from '../tables/tables.js';
import { type Finding } from './finding.js';
import { replay } from './replay.js';

const PAGE = 1_000;

/** Makes all derived tables anew beside the stored ones, in memory, and names every row that differs. */
export async function verifyTables(
  db: Db,
  projections: Projections,
  onProgress?: (seq: number) => void,
): Promise<Finding[]> {
  const source = await sqliteSource(':memory:').initialize();
  try {
    await source.runMigrations();
    const raw = rawOf(source);
    const fresh = new SqliteDb(raw);
    try {
      raw.exec('BEGIN');
      await replay(db, fresh, projections, onProgress);
      raw.exec('COMMIT');
    } catch (error) {
      const detail = `The entries can't be carried into tables: ${(error as Error).message}`;
      return [{ code: 'tables-not-checked', item: 'tables', detail }];
    }
    const findings: Finding[] = [];
    for (const table of DERIVED_TABLES) findings.push(...(await compareTable(table, db, fresh)));
    return findings;
  } finally {
    await source.destroy();
  }
}

async function compareTable(table: TableShape, stored: Db, fresh: Db): Promise<Finding[]> {
  const findings: Finding[] = [];
  const left = rowsOf(table, stored);
  const right = rowsOf(table, fresh);
  let a = await left.next();
  let b = await right.next();
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : compareKeys(table, a.value, b.value);
    const row = (order <= 0 ? a.value : b.value) as Row;
    const item = `${table.name} ${table.primary.map((name) => row[name]).join('/')}`;
    if (order < 0) findings.push({ code: 'row-unlisted', item, detail: 'No entry makes this row.' });
    else if (order > 0) findings.push({ code: 'row-missing', item, detail: 'The entries make this row; it is gone.' });
    else {
      const columns = Object.keys(table.columns).filter((name) => (a.value as Row)[name] !== (b.value as Row)[name]);
      if (columns.length > 0)
        findings.push({ code: 'row-altered', item, detail: `Not what the entries make: ${columns.join(', ')}.` });
    }
    if (order <= 0) a = await left.next();
    if (order >= 0) b = await right.next();
  }
  return findings;
}

/** All rows of a table in the order of their key, a page at a time. */
async function* rowsOf(table: TableShape, db: Db): AsyncGenerator<Row> {
  const keys = table.primary.map((name) => `"${name}"`);
  let after: SqlValue[] | undefined;
  for (;;) {
    const where = after ? `WHERE (${keys.join(', ')}) > (${keys.map(() => '?').join(', ')})` : '';
    const rows = await db.all(
      `SELECT * FROM "${table.name}" ${where} ORDER BY ${keys.join(', ')} LIMIT ${PAGE}`,
      after ?? [],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = table.primary.map((name) => last[name]!);
  }
}

function compareKeys(table: TableShape, a: Row, b: Row): number {
  for (const name of table.primary) {
    const [x, y] = [a[name]!, b[name]!];
    if (x !== y) return typeof x === 'number' && typeof y === 'number' ? x - y : bytewise(String(x), String(y));
  }
  return 0;
}

const bytewise = (x: string, y: string): number => Buffer.compare(Buffer.from(x, 'utf8'), Buffer.from(y, 'utf8'));
