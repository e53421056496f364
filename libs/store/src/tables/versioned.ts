import { type ColumnShape, id, integer, nullable, table, type TableShape, text, word } from './table.js';

/** `until_seq` of a row that still holds. */
export const FOREVER = 2_147_483_647;

/** What each row of a projected record has: from which entry until which it holds, and whom it may be shown to. */
const ROW: Record<string, ColumnShape> = {
  id,
  from_seq: integer,
  until_seq: integer,
  version: integer,
  key: nullable(word(200)),
  mechanism_id: nullable(id),
  rank: integer,
  shown: integer,
  content: text,
};

/**
 * A table of records. With `cited`, each row names one citation of its own that must exist: the database itself refuses
 * a statement that rests on nothing.
 */
export function versioned(
  name: string,
  columns: Record<string, ColumnShape>,
  more: { cited?: boolean; index?: string[][] } = {},
): TableShape {
  return table(
    name,
    { ...ROW, ...(more.cited ? { path: word(100), cited: integer } : {}), ...columns },
    {
      primary: ['id', 'from_seq'],
      index: [['mechanism_id', 'until_seq'], ...(more.index ?? [])],
      foreign: more.cited ? [CITES('id')] : [],
    },
  );
}

/** The statement's link to its citation. */
export const CITES = (record: string) => ({
  columns: [record, 'path', 'cited'],
  to: 'citation',
  toColumns: ['record_id', 'path', 'n'],
});
