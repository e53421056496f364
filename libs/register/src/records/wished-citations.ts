import { type Content, type Json, type Sight } from '@zvit/domain';
import { type Db, resolve } from '@zvit/store';

/** A citation as a person gives it: the source by its name in the data or by its id. */
export interface CitationWish {
  readonly source: string;
  readonly locator?: string;
  readonly quote?: string;
}

/** Citations as content holds them: by ordinal, sources by their opaque ids. `from` is the first free ordinal. */
export async function citationsFrom(
  db: Db,
  sight: Sight,
  wishes: readonly CitationWish[] | null | undefined,
  from = 1,
): Promise<{ [ordinal: string]: Json }> {
  const citations: { [ordinal: string]: Json } = {};
  for (const [index, wish] of (wishes ?? []).entries())
    citations[String(from + index)] = {
      source: await resolve(db, sight, 'source', wish.source),
      ...(wish.locator === undefined ? {} : { locator: wish.locator }),
      ...(wish.quote === undefined ? {} : { quote: wish.quote }),
    };
  return citations;
}

/** Citations of several groups as one group, what is said twice once. */
export function gathered(...groups: (Json | undefined)[]): { [ordinal: string]: Json } {
  const citations = new Map<string, Json>();
  for (const group of groups)
    for (const citation of Object.values((group ?? {}) as Content)) citations.set(JSON.stringify(citation), citation);
  return Object.fromEntries([...citations.values()].map((citation, index) => [String(index + 1), citation]));
}

/** Content without the members that were not given. */
export function given(members: Record<string, unknown>): Content {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Content;
}
