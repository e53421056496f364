import Database from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { insertSql, type Row, type SqlValue, type WritableDb } from '../db.js';
import { TheRecord0001 } from '../migrations/0001-the-record.js';
import { TABLES } from '../tables/tables.js';
import { toEntitySchema } from '../tables/table.js';

type Raw = Database.Database;

/** How long a statement waits for another process's lock before it says so, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

export function sqliteSource(file: string, readonly = false): DataSource {
  return new DataSource({
    type: 'better-sqlite3',
    database: file,
    readonly,
    fileMustExist: readonly,
    enableWAL: !readonly,
    timeout: BUSY_TIMEOUT,
    entities: TABLES.map((shape) => toEntitySchema(shape, 'sqlite')),
    migrations: [TheRecord0001],
    migrationsTransactionMode: 'all',
    // better-sqlite3 is compiled to NORMAL in WAL mode, by which a commit can be lost with the power.
    prepareDatabase: (db: Raw) => {
      db.pragma('synchronous = FULL');
    },
  });
}

/** The connection below TypeORM: prepared statements are what makes SQLite quick. */
export const rawOf = (source: DataSource): Raw =>
  (source.driver as unknown as { databaseConnection: Raw }).databaseConnection;

export class SqliteDb implements WritableDb {
  readonly dialect = 'sqlite';
  private readonly statements = new Map<string, Database.Statement>();

  constructor(readonly raw: Raw) {
    const synchronous = raw.pragma('synchronous', { simple: true });
    if (!raw.readonly && synchronous !== 2)
      throw new Error(`SQLite answers synchronous=${String(synchronous)}, not FULL`);
    const journal = raw.pragma('journal_mode', { simple: true });
    if (!raw.memory && journal !== 'wal') throw new Error(`SQLite answers journal_mode=${String(journal)}, not WAL`);
  }

  // better-sqlite3 is synchronous; a rejected promise keeps both databases alike to their callers.
  async all<T = Row>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> {
    return this.prepared(sql).all(...params) as T[];
  }

  async get<T = Row>(sql: string, params: readonly SqlValue[] = []): Promise<T | undefined> {
    return this.prepared(sql).get(...params) as T | undefined;
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    return this.prepared(sql).run(...params).changes;
  }

  async insert(table: string, row: Row): Promise<void> {
    this.prepared(insertSql(table, row)).run(...Object.values(row));
  }

  private prepared(sql: string): Database.Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      if (this.statements.size > 500) this.statements.clear();
      statement = this.raw.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}

/** Holds a file beside the database for as long as this process lives: the operating system lets go, whatever happens. */
export function lockFile(file: string): Raw {
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    lock.close();
    throw new Error('Another process writes to this database. Stop it first; two would spoil each other’s work.', {
      cause,
    });
  }
}
