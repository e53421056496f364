import { Refusal } from '@zvit/domain';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DataSource } from 'typeorm';
import { type Db, type WritableDb } from '../db.js';
import { LEDGER_LOCK, PostgresDb, postgresSource } from './postgres.js';
import { lockFile, rawOf, SqliteDb, sqliteSource } from './sqlite.js';

/** Where the record lies: a file, or a PostgreSQL with a schema of its own if one is named. */
export type Place =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly schema?: string };

/** An open database: one way to read, one way to write. */
export interface Connections {
  readonly reader: Db;
  readonly source: DataSource;
  transaction<T>(work: (db: WritableDb) => Promise<T>): Promise<T>;
  /** A consistent look at everything, for checks that read many tables. */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T>;
  translate(error: unknown): unknown;
  close(): Promise<void>;
}

/** Opens a database for writing and brings its tables up to date. On SQLite this process becomes the only one that writes. */
export async function openConnections(place: Place): Promise<Connections> {
  return place.kind === 'sqlite' ? openSqlite(place.file) : openPostgres(place);
}

/** Opens a database for commands that only read, beside a service that runs. */
export async function openReadOnly(place: Place): Promise<Connections> {
  if (place.kind === 'postgres') return openPostgres(place, true);
  const source = await sqliteSource(place.file, true).initialize();
  const reader = new SqliteDb(rawOf(source));
  return {
    ...sqliteReading(reader, source),
    transaction: () => Promise.reject(new Error('This command opened the database for reading only.')),
    close: () => source.destroy(),
  };
}

async function openSqlite(file: string): Promise<Connections> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = lockFile(`${file}.lock`);
  try {
    const source = await sqliteSource(file).initialize();
    await source.runMigrations();
    const writer = new SqliteDb(rawOf(source));
    const readerSource = await sqliteSource(file, true).initialize();
    const reader = new SqliteDb(rawOf(readerSource));
    return {
      ...sqliteReading(reader, source),
      transaction: async (work) => {
        writer.raw.exec('BEGIN IMMEDIATE');
        try {
          const result = await work(writer);
          writer.raw.exec('COMMIT');
          return result;
        } catch (error) {
          if (writer.raw.inTransaction) writer.raw.exec('ROLLBACK');
          throw error;
        }
      },
      close: async () => {
        await readerSource.destroy();
        await source.destroy();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

const sqliteReading = (reader: SqliteDb, source: DataSource) => ({
  reader,
  source,
  snapshot: async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    const raw = new (reader.raw.constructor as new (file: string, options: object) => typeof reader.raw)(
      reader.raw.name,
      {
        readonly: true,
      },
    );
    raw.exec('BEGIN');
    try {
      return await work(new SqliteDb(raw));
    } finally {
      raw.close();
    }
  },
  translate: (error: unknown): unknown => {
    const { code = '', message = '' } = error as { code?: string; message?: string };
    if (!code.startsWith('SQLITE_')) return error;
    if (/^SQLITE_(FULL|READONLY|BUSY|IOERR|CORRUPT|NOTADB|CANTOPEN)/.test(code))
      return Object.assign(
        new Refusal('storage-refused', `The database could not write (${code}). Nothing of this act was recorded.`),
        { cause: error },
      );
    // What better-sqlite3 throws is no native error: whoever asks `instanceof Error` from another realm is told no.
    return Object.assign(new Error(message, { cause: error }), { code });
  },
});

async function openPostgres(place: Place & { kind: 'postgres' }, readonly = false): Promise<Connections> {
  const source = await postgresSource(place.url, place.schema).initialize();
  if (!readonly) {
    if (place.schema !== undefined) await source.query(`CREATE SCHEMA IF NOT EXISTS "${place.schema}"`);
    await source.runMigrations();
  }
  const inTransaction = async <T>(
    level: 'READ COMMITTED' | 'REPEATABLE READ',
    work: (db: PostgresDb) => Promise<T>,
  ) => {
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction(level);
      const result = await work(new PostgresDb(runner));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  };
  return {
    reader: new PostgresDb(source),
    source,
    transaction: (work) =>
      inTransaction('READ COMMITTED', async (db) => {
        await db.run('SELECT pg_advisory_xact_lock(?)', [LEDGER_LOCK]);
        return work(db);
      }),
    snapshot: (work) => inTransaction('REPEATABLE READ', work),
    translate: (error) => error,
    close: () => source.destroy(),
  };
}
