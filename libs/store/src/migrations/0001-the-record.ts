import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { LEDGER_TABLES_SQL } from './0001-ledger-tables.js';
import { RECORD_TABLES_SQL } from './0001-record-tables.js';

/** Tables whose rows nobody changes or removes, whatever program they use. */
const APPEND_ONLY = ['entry', 'tree_node', 'access_journal', 'erasure'];

export class TheRecord0001 implements MigrationInterface {
  readonly name = 'TheRecord1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === 'postgres';
    const collation = postgres ? ' COLLATE "C"' : '';
    for (const sql of `${LEDGER_TABLES_SQL}${RECORD_TABLES_SQL}`.replaceAll('$C', collation).split(';\n'))
      if (sql.trim() !== '') await runner.query(sql);
    if (postgres) await guardPostgres(runner);
    else await guardSqlite(runner);
  }

  /** Forward only: undoing a migration on SQLite drops tables with foreign keys on, which takes their children along. */
  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only. Restore a backup instead.'));
  }
}

async function guardSqlite(runner: QueryRunner): Promise<void> {
  for (const table of APPEND_ONLY)
    for (const verb of ['UPDATE', 'DELETE'])
      await runner.query(
        `CREATE TRIGGER "${table}_no_${verb.toLowerCase()}" BEFORE ${verb} ON "${table}"
         BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
      );
  await runner.query(
    `CREATE TRIGGER "disclosure_no_update" BEFORE UPDATE ON "disclosure"
     BEGIN SELECT RAISE(ABORT, 'disclosure is append-only'); END`,
  );
  await runner.query(
    `CREATE TRIGGER "disclosure_no_delete" BEFORE DELETE ON "disclosure"
     WHEN NOT EXISTS (SELECT 1 FROM "erasure" WHERE "seq" = OLD."seq" AND "digest" = OLD."digest")
     BEGIN SELECT RAISE(ABORT, 'a disclosure leaves only by lawful erasure'); END`,
  );
}

async function guardPostgres(runner: QueryRunner): Promise<void> {
  await runner.query(
    `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
     $body$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $body$`,
  );
  await runner.query(
    `CREATE FUNCTION refuse_unlawful_erasure() RETURNS trigger LANGUAGE plpgsql AS
     $body$ BEGIN
       IF NOT EXISTS (SELECT 1 FROM erasure WHERE seq = OLD.seq AND digest = OLD.digest) THEN
         RAISE EXCEPTION 'a disclosure leaves only by lawful erasure';
       END IF;
       RETURN OLD;
     END $body$`,
  );
  for (const table of APPEND_ONLY)
    await runner.query(
      `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "${table}"
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
  await runner.query(
    `CREATE TRIGGER disclosure_no_update BEFORE UPDATE OR TRUNCATE ON "disclosure"
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  );
  await runner.query(
    `CREATE TRIGGER disclosure_no_delete BEFORE DELETE ON "disclosure"
     FOR EACH ROW EXECUTE FUNCTION refuse_unlawful_erasure()`,
  );
}
