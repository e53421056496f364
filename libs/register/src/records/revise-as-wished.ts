import { type Actor, type Content, type ContentType, refuseFaults, sightOf } from '@zvit/domain';
import { type Appended, contentOf, reviseRecord, standing, Surrounded, type Tx } from '@zvit/store';
import { type Renamed, wishedFaults } from './as-wished.js';

/** What is said about a revision: whether the world moved or the record was wrong, why, and which version was read. */
export interface Revision {
  readonly verb: 'change' | 'correct';
  readonly because: string;
  readonly expected: number;
}

/** What a revision never touches: a record's place and name stay, and its class has an act of its own. */
const KEPT = ['mechanism', 'key', 'order', 'lang', 'class'] as const;

/** The whole content after a revision: what was wished, with what a wish can't say. */
export function revisedContent(before: Content, wished: Content): Content {
  const kept = KEPT.filter((name) => before[name] !== undefined).map((name) => [name, before[name]!] as const);
  return { ...Object.fromEntries(kept), ...wished };
}

/**
 * Revises a record to what was wished. Faults are looked for in the content as the request had it, since in the ledger citations
 * bear other numbers. `numbered` gives lists with ordinals of their own their final places.
 */
export async function reviseAsWished(
  tx: Tx,
  actor: Actor,
  type: ContentType,
  id: string,
  wished: Content,
  renamed: Renamed,
  { verb, because, expected }: Revision,
  numbered: (before: Content, after: Content) => Content = (_, after) => after,
): Promise<Appended> {
  await standing(tx, type, id, expected);
  const around = new Surrounded(tx, sightOf(actor.roles));
  const before = await contentOf(tx, type, id);
  const after = revisedContent(before, wished);
  refuseFaults(wishedFaults(await around.check(type, after), renamed));
  return reviseRecord(tx, around, type, id, verb, () => numbered(before, after), { reason: because, expected });
}
