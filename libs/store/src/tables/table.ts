import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

export type Dialect = 'sqlite' | 'postgres';

/** A column: one of the four types that mean the same on both databases. Ordered text compares by bytes on both. */
export interface ColumnShape {
  readonly type: 'varchar' | 'text' | 'integer';
  readonly length?: number;
  readonly nullable?: boolean;
}

/** A table as it is now. Migrations tell how it became so; CI demands that the two agree. */
export interface TableShape {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnShape>>;
  readonly primary: readonly string[];
  readonly indices: readonly { name: string; columns: readonly string[]; unique?: boolean }[];
  readonly foreign: readonly { name: string; columns: readonly string[]; to: string; toColumns: readonly string[] }[];
}

export const id: ColumnShape = { type: 'varchar', length: 26 };
export const word = (length: number): ColumnShape => ({ type: 'varchar', length });
export const text: ColumnShape = { type: 'text' };
export const integer: ColumnShape = { type: 'integer' };
export const nullable = (column: ColumnShape): ColumnShape => ({ ...column, nullable: true });

export function table(
  name: string,
  columns: Record<string, ColumnShape>,
  keys: {
    primary: string[];
    index?: string[][];
    unique?: string[][];
    foreign?: { columns: string[]; to: string; toColumns: string[] }[];
  },
): TableShape {
  const named = (prefix: string, list: readonly string[]) => `${prefix}_${name}_${list.join('_')}`.slice(0, 63);
  return {
    name,
    columns,
    primary: keys.primary,
    indices: [
      ...(keys.index ?? []).map((list) => ({ name: named('ix', list), columns: list })),
      ...(keys.unique ?? []).map((list) => ({ name: named('ux', list), columns: list, unique: true })),
    ],
    foreign: (keys.foreign ?? []).map((key) => ({ ...key, name: named('fk', key.columns) })),
  };
}

/** What TypeORM has to know of a table to compare it with the database. */
export function toEntitySchema(shape: TableShape, dialect: Dialect): EntitySchema {
  const columns: Record<string, EntitySchemaColumnOptions> = {};
  for (const [name, column] of Object.entries(shape.columns)) {
    columns[name] = {
      type: column.type,
      nullable: column.nullable ?? false,
      primary: shape.primary.includes(name),
      ...(column.length === undefined ? {} : { length: column.length }),
      ...(dialect === 'postgres' && column.type === 'varchar' ? { collation: 'C' } : {}),
    };
  }
  return new EntitySchema({
    name: shape.name,
    columns,
    indices: shape.indices.map((index) => ({
      name: index.name,
      columns: [...index.columns],
      unique: index.unique ?? false,
    })),
    foreignKeys: shape.foreign.map((key) => ({
      name: key.name,
      target: key.to,
      columnNames: [...key.columns],
      referencedColumnNames: [...key.toColumns],
      deferrable: 'INITIALLY DEFERRED' as const,
    })),
  });
}
