import { type Actor, type ContentType, type RecordType, Refusal, sightOf } from '@zvit/domain';
import { contentOf, find, type RecordRow, standing, type Tx } from '@zvit/store';
import { type Content } from '@zvit/domain';

/** The id of the record that a client means, if there is one that this person may see. */
export async function namedRecord(tx: Tx, actor: Actor, type: RecordType, named: string): Promise<string> {
  const id = await find(tx, sightOf(actor.roles), type, named);
  if (id === undefined) throw new Refusal('not-found', `There is no such ${type}.`);
  return id;
}

/** A record that is part of the record now, with its content. What was only ever proposed, or has ended, is refused in words. */
export async function recordedNow(
  tx: Tx,
  actor: Actor,
  type: ContentType,
  named: string,
  expected: number,
): Promise<RecordRow & { readonly content: Content }> {
  const record = await standing(tx, type, await namedRecord(tx, actor, type, named), expected);
  const content = await contentOf(tx, type, record.id);
  if (Object.keys(content).length === 0)
    throw new Refusal('stale', `This ${type} is not part of the record: it was proposed and not approved.`);
  return { ...record, content };
}
