import { DataSource } from 'typeorm';
import { insertSql, numbered, type Row, type SqlValue, type WritableDb } from '../db.js';
import { TheRecord0001 } from '../migrations/0001-the-record.js';
import { TABLES } from '../tables/tables.js';
import { toEntitySchema } from '../tables/table.js';

/** The advisory lock by which one write at a time appends to the ledger, whichever process it comes from. */
export const LEDGER_LOCK = 5_249_716;

export function postgresSource(url: string, schema?: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    ...(schema === undefined ? {} : { schema }),
    entities: TABLES.map((shape) => toEntitySchema(shape, 'postgres')),
    migrations: [TheRecord0001],
    migrationsTransactionMode: 'all',
    extra: { max: 10 },
  });
}

/** What both a pool and one connection of it can do. */
interface Runner {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

export class PostgresDb implements WritableDb {
  readonly dialect = 'postgres';

  constructor(private readonly runner: Runner) {}

  async all<T = Row>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> {
    return (await this.runner.query(numbered(sql), [...params])) as T[];
  }

  async get<T = Row>(sql: string, params: readonly SqlValue[] = []): Promise<T | undefined> {
    return (await this.all<T>(sql, params))[0];
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    const answer: unknown = await this.runner.query(numbered(sql), [...params]);
    return Array.isArray(answer) && typeof answer[1] === 'number' ? answer[1] : 0;
  }

  async insert(table: string, row: Row): Promise<void> {
    await this.runner.query(numbered(insertSql(table, row)), Object.values(row));
  }
}
