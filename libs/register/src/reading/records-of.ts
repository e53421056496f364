import { type RecordType } from '@zvit/domain';
import {
  AS_RECORDED,
  type Citations,
  citationsOf,
  type Condition,
  recordPage,
  type SeenRecord,
  type SortPart,
  where,
} from '@zvit/evidence';
import { type Page, type PageQuery } from '@zvit/platform';
import { type Db, type View } from '@zvit/store';
import { mechanismNamed } from '../mechanisms/find-mechanism.js';

/** A page of records and what they rest on. */
export interface CitedPage extends Page<SeenRecord> {
  readonly citations: Citations;
}

/** A page of records of one type with their citations, in two queries. */
export async function citedPage(
  db: Db,
  view: View,
  query: PageQuery,
  listing: { type: RecordType; where: readonly Condition[]; order?: readonly SortPart[] },
): Promise<CitedPage> {
  const page = await recordPage(db, view, query, { order: AS_RECORDED, ...listing });
  const ids = page.items.map((row) => row.id);
  return { ...page, citations: await citationsOf(db, view, ids) };
}

/** The same of one mechanism, which is refused as not found where the view shows none. */
export async function recordsOf(
  db: Db,
  view: View,
  mechanism: string,
  query: PageQuery,
  listing: { type: RecordType; where?: readonly Condition[]; order?: readonly SortPart[] },
): Promise<CitedPage & { mechanismId: string }> {
  const { id } = await mechanismNamed(db, view, mechanism);
  const conditions = [where('t.mechanism_id = ?', id), ...(listing.where ?? [])];
  return { ...(await citedPage(db, view, query, { ...listing, where: conditions })), mechanismId: id };
}
