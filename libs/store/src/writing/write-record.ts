import {
  ABOUT,
  type ActName,
  changedFields,
  type Content,
  type ContentType,
  type Json,
  refuseFaults,
  Refusal,
  toFields,
  type Verb,
} from '@zvit/domain';
import { type Appended } from '../ledger/ledger.js';
import { recordRow, type RecordRow } from '../projection/ranks.js';
import { type Tx } from '../store.js';
import { contentOf } from './content-of.js';
import { renumbered } from './renumbered.js';
import { type Surrounded } from './surroundings.js';

/** What stands beside the content of an act. */
export interface About {
  readonly reason?: string;
  readonly batch?: string;
  readonly verb?: Verb;
}

/** Adds a record after every check; throws one refusal with all faults. `id` is new unless one was given out before. */
export async function addRecord(
  tx: Tx,
  around: Surrounded,
  type: ContentType,
  content: Content,
  about: About & { id?: string } = {},
): Promise<Appended> {
  refuseFaults(await around.check(type, content));
  return tx.append({
    act: `${type}.${about.verb ?? 'add'}` satisfies ActName,
    record: { type, id: about.id ?? tx.newId() },
    fields: fieldsWith(toFields(content), about),
    ...(about.batch === undefined ? {} : { batch: about.batch }),
  });
}

/**
 * Changes ("it changed") or corrects ("it was wrong") a record: the entry carries what differs, no more. Nothing different is
 * refused: an act says something. `expected` is the version the writer has read.
 */
export async function reviseRecord(
  tx: Tx,
  around: Surrounded,
  type: ContentType,
  id: string,
  verb: 'change' | 'correct',
  revise: (before: Content) => Content,
  about: About & { expected?: number } = {},
): Promise<Appended> {
  const record = await standing(tx, type, id, about.expected);
  const before = await contentOf(tx, type, id);
  const after = await renumbered(tx, id, before, revise(before));
  refuseFaults(await around.check(type, after));
  const fields = changedFields(before, after);
  if (fields.size === 0) throw new Refusal('invalid-input', 'Nothing would be different.');
  return tx.append({
    act: `${type}.${verb}`,
    record: { type, id: record.id },
    fields: fieldsWith(fields, about),
    ...(about.batch === undefined ? {} : { batch: about.batch }),
  });
}

/** Ends a record with a reason. It stays readable as it was known before. */
export async function retractRecord(
  tx: Tx,
  type: ContentType,
  id: string,
  about: About & { reason: string; expected?: number },
): Promise<Appended> {
  const record = await standing(tx, type, id, about.expected);
  const fields = fieldsWith(new Map(), about);
  return tx.append({ act: `${type}.retract`, record: { type, id: record.id }, fields });
}

/** The record if it stands and is of that type and version; refuses in words otherwise. */
export async function standing(tx: Tx, type: ContentType, id: string, expected?: number): Promise<RecordRow> {
  const record = await recordRow(tx, id);
  if (!record || record.type !== type) throw new Refusal('not-found', `There is no such ${type}.`);
  if (record.retracted) throw new Refusal('stale', `This ${type} has been retracted.`);
  if (expected !== undefined && expected !== record.version)
    throw new Refusal(
      'version-changed',
      `This ${type} has moved on to version ${record.version}; ${expected} was read.`,
    );
  return record;
}

export function fieldsWith(content: ReadonlyMap<string, Json>, about: About): Map<string, Json> {
  const fields = new Map(content);
  if (about.reason !== undefined) fields.set(ABOUT.reason, about.reason);
  return fields;
}
