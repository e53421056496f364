import { Refusal } from '@zvit/domain';
import { MOST_PER_PAGE, type PageQuery, USUAL_PER_PAGE } from './page.dto.js';

/** What a list answers. `next` is the cursor of the page after this one, null on the last. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

/** The sort key of the last row of a page; the next page begins after it. */
export type SortKey = readonly (string | number)[];

/** What stands at each place of a sort key. */
export type KeyShape = readonly ('string' | 'integer')[];
type KeyOf<S extends KeyShape> = { -readonly [I in keyof S]: S[I] extends 'integer' ? number : string };

/** PostgreSQL's integers have 32 bits; a larger one in a cursor would be an error of the database. */
const LARGEST = 2_147_483_647;

export function encodeCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/** The sort key in a cursor, or undefined where there is none. A cursor is a client's text: each part is checked before a query sees it. */
export function decodeCursor<const S extends KeyShape>(cursor: string | undefined, shape: S): KeyOf<S> | undefined {
  if (cursor === undefined) return undefined;
  const key = parsed(cursor);
  const fits =
    Array.isArray(key) && key.length === shape.length && shape.every((kind, place) => isKind(key[place], kind));
  if (!fits || encodeCursor(key as SortKey) !== cursor) {
    const detail = 'This is no cursor of this list. Take the `next` of the page before.';
    throw new Refusal('invalid-input', detail, { faults: [{ pointer: '/cursor', code: 'wrong-type', detail }] });
  }
  return key as KeyOf<S>;
}

/** Rows to ask the database for: one more than the page holds, to know whether there is a next. */
export const rowsToRead = (query: PageQuery): number => sizeOf(query) + 1;

/** Cuts the one row too many and makes the cursor from the last that stays. */
export function pageOf<R, T>(
  query: PageQuery,
  rows: readonly R[],
  keyOf: (row: R) => SortKey,
  toItem: (row: R) => T,
): Page<T> {
  const kept = rows.slice(0, sizeOf(query));
  const last = kept.at(-1);
  const next = rows.length > kept.length && last !== undefined ? encodeCursor(keyOf(last)) : null;
  return { items: kept.map(toItem), next };
}

const sizeOf = (query: PageQuery): number => Math.min(query.pageSize ?? USUAL_PER_PAGE, MOST_PER_PAGE);

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function isKind(value: unknown, kind: KeyShape[number]): boolean {
  if (kind === 'integer') return Number.isInteger(value) && Math.abs(value as number) <= LARGEST;
  return typeof value === 'string' && !value.includes('\0') && !/\p{Surrogate}/u.test(value);
}
