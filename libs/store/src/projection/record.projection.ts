import {
  ABOUT,
  applyFields,
  type Content,
  type Entry,
  isProposal,
  type Json,
  type RecordType,
  verbOf,
} from '@zvit/domain';
import { type Row, type WritableDb } from '../db.js';
import { FOREVER } from '../tables/versioned.js';
import { applyCitations, applyStatements, firstCitation, partCitations } from './citations.js';
import { effectiveRank, ownRank, reclassify, recordRow, touch } from './ranks.js';
import { type RecordSpec } from './record-spec.js';
import { applyActs } from './participation-acts.js';

export type Specs = ReadonlyMap<RecordType, RecordSpec>;

/** Lays one entry on the table of its record: closes the row that held, opens the next. */
export async function applyToRecord(tx: WritableDb, specs: Specs, entry: Entry): Promise<void> {
  const verb = verbOf(entry.act);
  const { type, id } = entry.record;
  if (isProposal(verb)) {
    await registerRecord(tx, specs, entry, proposedContent(entry));
    return;
  }
  if (verb === 'reject' || verb === 'withdraw' || verb === 'approve') return bump(tx, entry);
  if (verb === 'retract') return retract(tx, specs, entry, type, id);
  const fields = new Map([...entry.fields].filter(([pointer]) => pointer.startsWith('/')));
  await writeVersion(tx, specs, entry, type, id, fields);
}

/** The content that a proposal of something new would have; of a proposal about an existing record, nothing. */
function proposedContent(entry: Entry): Content {
  const { content } = partCitations(entry.fields);
  const all = applyFields({}, new Map([...content].filter(([pointer]) => pointer.startsWith('/'))));
  const proposals = all.proposals as Record<string, Json> | undefined;
  return (proposals?.[String(entry.version)] ?? {}) as Content;
}

/** Writes the next version of a record from changed fields; used by acts on the record and by the approval of a proposal. */
export async function writeVersion(
  tx: WritableDb,
  specs: Specs,
  entry: Entry,
  type: RecordType,
  id: string,
  fields: ReadonlyMap<string, Json>,
): Promise<void> {
  const spec = specs.get(type);
  if (!spec) throw new Error(`no table for records of type ${type}`);
  const { seq } = entry;
  const parted = partCitations(fields);
  const before = await currentRow(tx, type, id);
  const content = applyFields(before ? (JSON.parse(before.content as string) as Content) : {}, parted.content);
  const record = await registerRecord(tx, specs, entry, content, id, type);
  await applyCitations(tx, id, '', parted.citations, seq);
  // Read anew: another class has parted the row that held.
  await closeRow(tx, type, await currentRow(tx, type, id), seq);
  await tx.insert(type, {
    id,
    from_seq: seq,
    until_seq: FOREVER,
    version: record.version,
    key: record.key,
    mechanism_id: record.mechanism_id,
    rank: record.rank,
    shown: record.rank,
    content: JSON.stringify(content),
    ...(spec.cited ? { path: '', cited: await firstCitation(tx, id, '') } : {}),
    ...spec.columns(content),
  });
  await applyStatements(tx, id, statementsOf(spec, content), seq);
  if (type === 'participation') await applyActs(tx, id, content, seq);
  await amendOthers(tx, entry, type, parted.content);
}

/** One entry may amend a chain: `/amends/<id>/from` gives the step that follows a late one its new beginning. */
async function amendOthers(tx: WritableDb, entry: Entry, type: RecordType, fields: ReadonlyMap<string, Json>) {
  for (const [pointer, from] of fields) {
    const match = /^\/amends\/([^/]+)\/from$/.exec(pointer);
    if (match) await amend(tx, entry, type, match[1]!, from);
  }
}

async function amend(tx: WritableDb, entry: Entry, type: RecordType, id: string, from: Json): Promise<void> {
  const row = await currentRow(tx, type, id);
  if (!row) return;
  const content = { ...(JSON.parse(row.content as string) as Content), from };
  await closeRow(tx, type, row, entry.seq);
  await tx.insert(type, {
    ...row,
    from_seq: entry.seq,
    from_status: from as string | null,
    content: JSON.stringify(content),
  });
  await tx.insert('subject', { seq: entry.seq, record_id: id });
}

const currentRow = (tx: WritableDb, type: RecordType, id: string) =>
  tx.get(`SELECT * FROM "${type}" WHERE id = ? AND until_seq = ?`, [id, FOREVER]);

async function closeRow(tx: WritableDb, type: RecordType, row: Row | undefined, seq: number): Promise<void> {
  if (!row) return;
  if (row.from_seq === seq) await tx.run(`DELETE FROM "${type}" WHERE id = ? AND from_seq = ?`, [row.id!, seq]);
  else await tx.run(`UPDATE "${type}" SET until_seq = ? WHERE id = ? AND until_seq = ?`, [seq, row.id!, FOREVER]);
}

/** Makes or moves on the record's own row. Returns it as it is after this entry. */
async function registerRecord(
  tx: WritableDb,
  specs: Specs,
  entry: Entry,
  content: Content,
  id = entry.record.id,
  type = entry.record.type,
) {
  const existing = await recordRow(tx, id);
  if (!existing) {
    const mechanismId = (content.mechanism ?? null) as string | null;
    const secondId = type === 'relation' ? ((content.target ?? null) as string | null) : null;
    const own = ownRank(type, content);
    const rank = await effectiveRank(tx, own, [mechanismId, secondId]);
    await tx.insert('record', {
      id,
      type,
      key: (content.key ?? null) as string | null,
      mechanism_id: mechanismId,
      second_id: secondId,
      version: entry.version,
      own_rank: own,
      rank,
      retracted: 0,
      created_seq: entry.seq,
      head_seq: entry.seq,
    });
    await tx.insert('record_rank', { record_id: id, from_seq: entry.seq, until_seq: FOREVER, rank, shown: rank });
  } else {
    await bump(tx, entry);
    const own = ownRank(type, content);
    if (!isProposal(verbOf(entry.act)) && own !== existing.own_rank)
      await reclassify(tx, existing, own, entry.seq, (other) => (specs.has(other) ? other : undefined));
  }
  return (await recordRow(tx, id))!;
}

async function bump(tx: WritableDb, entry: Entry): Promise<void> {
  await tx.run('UPDATE record SET version = ?, head_seq = ? WHERE id = ?', [entry.version, entry.seq, entry.record.id]);
}

/** Ends a record: nothing of it holds from this entry on; all of it stays readable as it was known before. */
export async function retract(tx: WritableDb, specs: Specs, entry: Entry, type: RecordType, id: string): Promise<void> {
  if (!specs.has(type)) throw new Error(`no table for records of type ${type}`);
  await bump(tx, entry);
  await tx.run('UPDATE record SET retracted = 1 WHERE id = ?', [id]);
  await tx.run(`UPDATE "${type}" SET until_seq = ? WHERE id = ? AND until_seq = ?`, [entry.seq, id, FOREVER]);
  for (const table of ['citation', 'statement', 'participation_act'])
    await tx.run(`UPDATE ${table} SET until_seq = ? WHERE record_id = ? AND until_seq = ?`, [entry.seq, id, FOREVER]);
  await amendOthers(tx, entry, type, entry.fields);
}

const statementsOf = (spec: RecordSpec, content: Content) => spec.statements?.(content) ?? [];

/** Writes the row that history, permissions and ETags read. Comes last: it needs the class that the record has now. */
export async function indexAct(tx: WritableDb, entry: Entry): Promise<void> {
  const record = (await recordRow(tx, entry.record.id))!;
  const about = (name: string) => (entry.fields.get(name) ?? null) as string | null;
  await tx.insert('act', {
    seq: entry.seq,
    recorded_at: entry.recordedAt,
    actor: entry.actor,
    act: entry.act,
    record_type: entry.record.type,
    record_id: entry.record.id,
    version: entry.version,
    batch: entry.batch ?? null,
    mechanism_id: record.type === 'mechanism' ? record.id : record.mechanism_id,
    rank: record.rank,
    shown: record.rank,
    idempotency_key: about(ABOUT.idempotencyKey),
    fingerprint: about(ABOUT.fingerprint),
  });
  await touch(tx, record, record.rank, entry.seq, false);
}
