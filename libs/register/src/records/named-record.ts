import { type Actor, type Content, type ContentType, type RecordType, Refusal, sightOf } from '@zvit/domain';
import { contentOf, find, FOREVER, type RecordRow, standing, type Tx } from '@zvit/store';

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
  const id = await namedRecord(tx, actor, type, named);
  const record = await standing(tx, type, id);
  const row = await tx.get<{ version: number }>(`SELECT version FROM "${type}" WHERE id = ? AND until_seq = ?`, [
    id,
    FOREVER,
  ]);
  if (!row) throw new Refusal('stale', `This ${type} is not part of the record: it was proposed and not approved.`);
  // A proposal that was rejected moved the record's version on and left its content alone: who read that has read what stands.
  if (expected !== row.version) await standing(tx, type, id, expected);
  return { ...record, content: await contentOf(tx, type, id) };
}
