import { type DataSource } from 'typeorm';
import { type Db } from '../db.js';
import { type Finding } from './finding.js';

/** The triggers by which the database itself refuses changes, by name, as the migrations made them. */
const GUARDS = {
  sqlite: [
    ...['access_journal', 'entry', 'erasure', 'tree_node'].flatMap((table) => [
      `${table}_no_delete`,
      `${table}_no_update`,
    ]),
    'disclosure_no_delete',
    'disclosure_no_update',
  ],
  postgres: [
    ...['access_journal', 'entry', 'erasure', 'tree_node'].map((table) => `${table}_append_only`),
    'disclosure_no_delete',
    'disclosure_no_update',
  ],
};

/** Holds the database's tables against the entities (empty difference) and asks whether its guards stand. */
export async function verifySchema(source: DataSource, db: Db): Promise<Finding[]> {
  const difference = await schemaDifference(source);
  const findings: Finding[] = difference.map((sql) => ({ code: 'schema-differs', item: 'schema', detail: sql }));
  const rows =
    db.dialect === 'sqlite'
      ? await db.all<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
      : await db.all<{ name: string }>(
          `SELECT tgname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
           WHERE NOT tgisinternal AND tgenabled <> 'D' AND relnamespace = current_schema()::regnamespace`,
        );
  const standing = new Set(rows.map((row) => row.name));
  for (const guard of GUARDS[db.dialect])
    if (!standing.has(guard))
      findings.push({
        code: 'guard-missing',
        item: `trigger ${guard}`,
        detail: 'The database would allow changes here.',
      });
  if (db.dialect === 'sqlite') {
    const [first] = await db.all<{ integrity_check: string }>('PRAGMA integrity_check(1)');
    if (first?.integrity_check !== 'ok')
      findings.push({ code: 'file-damaged', item: 'database file', detail: String(first?.integrity_check) });
  }
  return findings;
}

/** What would have to change for the tables to be as the entities say; empty when the migrations are complete. */
export async function schemaDifference(source: DataSource): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries.map((one) => one.query);
}
