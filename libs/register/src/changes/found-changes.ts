import { type Page, pageOf, type PageQuery, rowsToRead, type SortKey } from '@zvit/platform';
import { noteRestricted, type View } from '@zvit/store';
import { type ChangeDto } from './changes.dto.js';

/** A record that may have changed, with its place in the list. */
export interface Candidate {
  readonly type: string;
  readonly id: string;
  readonly place: SortKey;
}

/** A change with all records that its answer speaks of, so that confidential ones are noted. */
export interface FoundChange {
  readonly dto: ChangeDto;
  readonly speaksOf: readonly { id: string; shown: number }[];
}

/** Fewer are never read at a time: where most candidates turn out equal, small reads would be many. */
const LEAST_READ = 100;

/**
 * One page of changes. SQL tells which records were written anew; whether they differ is told by their contents, so candidates are
 * read until the page is full. Only what goes out is noted.
 */
export async function pageOfChanges<C extends Candidate>(
  view: View,
  query: PageQuery,
  first: SortKey | undefined,
  read: (after: SortKey | undefined, limit: number) => Promise<C[]>,
  compare: (candidates: readonly C[]) => Promise<ReadonlyMap<string, FoundChange>>,
): Promise<Page<ChangeDto>> {
  const wanted = rowsToRead(query);
  const limit = Math.max(wanted, LEAST_READ);
  const kept: { place: SortKey; found: FoundChange }[] = [];
  let after = first;
  for (let more = true; more && kept.length < wanted;) {
    const candidates = await read(after, limit);
    more = candidates.length === limit;
    after = candidates.at(-1)?.place;
    const changes = await compare(candidates);
    for (const { id, place } of candidates) {
      const found = changes.get(id);
      if (found) kept.push({ place, found });
    }
  }
  const page = pageOf(
    query,
    kept,
    (one) => one.place,
    (one) => one.found,
  );
  noteRestricted(
    view,
    page.items.flatMap((one) => one.speaksOf),
  );
  return { items: page.items.map((one) => one.dto), next: page.next };
}

/** Ids of candidates by their types. */
export function idsByType<T extends string>(candidates: readonly { type: T; id: string }[]): Map<T, string[]> {
  const ids = new Map<T, string[]>();
  for (const { type, id } of candidates) ids.set(type, [...(ids.get(type) ?? []), id]);
  return ids;
}
