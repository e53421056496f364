import { type Content, type Fault, isRecordId } from '@zvit/domain';
import { type Db, FOREVER, type Tx } from '@zvit/store';
import { type Revised } from '../keeping/kept.js';

/** Faults of a mechanism that only its lifecycle, its steps and its own name show. */
export async function mechanismFaults(tx: Tx, content: Content, revised?: Revised): Promise<Fault[]> {
  return [
    ...(revised ? [] : slugFaults(content.key)),
    ...websiteFaults(content.website),
    ...(await lifecycleFaults(tx, content, revised)),
  ];
}

function slugFaults(slug: unknown): Fault[] {
  if (typeof slug !== 'string') return [];
  // What looks like an opaque id would be taken for one wherever a mechanism is named.
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && !isRecordId(slug)) return [];
  return [{ pointer: '/key', code: 'wrong-type', detail: 'Words of a-z and 0-9 with hyphens between them.' }];
}

/** Addresses are followed by readers' browsers: nothing but the web stands in one. */
function websiteFaults(website: unknown): Fault[] {
  if (typeof website !== 'string' || (/^https?:\/\//i.test(website) && URL.canParse(website))) return [];
  return [{ pointer: '/website', code: 'wrong-type', detail: 'An address on the web: http:// or https://.' }];
}

/** A lifecycle serves certain kinds; and no step that was approved, or waits for that, may come to lie under another one. */
async function lifecycleFaults(tx: Tx, content: Content, revised?: Revised): Promise<Fault[]> {
  const fault = (detail: string): Fault => ({ pointer: '/lifecycle', code: 'contradiction', detail });
  const row = await tx.get<{ content: string }>('SELECT content FROM lifecycle WHERE id = ? AND until_seq = ?', [
    content.lifecycle as string,
    FOREVER,
  ]);
  if (!row) return [];
  const { kinds } = JSON.parse(row.content) as { kinds: readonly string[] };
  if (!kinds.includes(content.kind as string)) return [fault(`This lifecycle is one of: ${kinds.join(', ')}.`)];
  if (!revised || revised.content.lifecycle === content.lifecycle || !(await isUnderWay(tx, revised.id))) return [];
  return [fault('The lifecycle stays once there are steps, or conditions of steps, recorded or proposed.')];
}

async function isUnderWay(db: Db, id: string): Promise<boolean> {
  const row = await db.get<{ id: string }>(
    `SELECT id FROM "transition" WHERE mechanism_id = ? AND until_seq = ?
     UNION SELECT id FROM "condition" WHERE mechanism_id = ? AND until_seq = ? AND holder = 'mechanism'
     UNION SELECT id FROM proposal WHERE mechanism_id = ? AND until_seq = ? AND state = 'open' LIMIT 1`,
    [id, FOREVER, id, FOREVER, id, FOREVER],
  );
  return row !== undefined;
}
