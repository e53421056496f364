import { isRecordId, type RecordType, type Sight } from '@zvit/domain';
import { type Db } from '../db.js';

/**
 * The record that a client means by the data's own name or by an opaque id, if this person may see it. What can't be resolved
 * comes back as it was given: the check of the content then names it, with its pointer.
 */
export async function resolve(db: Db, sight: Sight, type: RecordType, named: string): Promise<string> {
  return (await find(db, sight, type, named)) ?? named;
}

/** The same, undefined when there is none to be seen. */
export async function find(db: Db, sight: Sight, type: RecordType, named: string): Promise<string | undefined> {
  const column = isRecordId(named) ? 'id' : 'key';
  const ranks = sight.join(', ') || '-1';
  const row = await db.get<{ id: string }>(
    `SELECT id FROM record WHERE type = ? AND ${column} = ? AND rank IN (${ranks})`,
    [type, named],
  );
  return row?.id;
}
