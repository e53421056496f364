import { isRemoval, type Content, type Json } from '@zvit/domain';
import { type WritableDb } from '../db.js';
import { FOREVER } from '../tables/versioned.js';

const POINTER = /^(.*)\/citations\/(\d+)(?:\/(source|locator|quote))?$/;

/** Fields of an entry, parted into content and citations: the second by path and ordinal, without parts where one is closed. */
export function partCitations(fields: ReadonlyMap<string, Json>) {
  const content = new Map<string, Json>();
  const citations = new Map<string, { path: string; n: number; parts: Record<string, Json> }>();
  for (const [pointer, value] of fields) {
    const match = POINTER.exec(pointer);
    if (!match) {
      content.set(pointer, value);
      continue;
    }
    const [, path = '', ordinal = '', part] = match;
    const name = `${path}/citations/${ordinal}`;
    const citation = citations.get(name) ?? { path, n: Number(ordinal), parts: {} };
    citations.set(name, citation);
    if (part !== undefined && !isRemoval(value)) citation.parts[part] = value;
  }
  return { content, citations: [...citations.values()] };
}

/** Opens and closes citations of a record as the fields of one entry say. */
export async function applyCitations(
  tx: WritableDb,
  recordId: string,
  prefix: string,
  citations: ReturnType<typeof partCitations>['citations'],
  seq: number,
): Promise<void> {
  for (const { path, n, parts } of citations) {
    // A citation never changes: what differs gets a new ordinal, so fields without a source only close one.
    if (parts.source === undefined) {
      await tx.run('UPDATE citation SET until_seq = ? WHERE record_id = ? AND path = ? AND n = ? AND until_seq = ?', [
        seq,
        recordId,
        prefix + path,
        n,
        FOREVER,
      ]);
      continue;
    }
    await tx.insert('citation', {
      record_id: recordId,
      path: prefix + path,
      n,
      source_id: parts.source as string,
      locator: (parts.locator ?? null) as string | null,
      quote: (parts.quote ?? null) as string | null,
      from_seq: seq,
      until_seq: FOREVER,
    });
  }
}

/** The first citation that stands for a statement now; null when none does, which the tables refuse. */
export async function firstCitation(tx: WritableDb, recordId: string, path: string): Promise<number | null> {
  const row = await tx.get<{ n: number | null }>(
    'SELECT min(n) AS n FROM citation WHERE record_id = ? AND path = ? AND until_seq = ?',
    [recordId, path, FOREVER],
  );
  return row?.n ?? null;
}

/** Keeps the table of statements within a record in step with its content. */
export async function applyStatements(tx: WritableDb, recordId: string, paths: string[], seq: number): Promise<void> {
  const standing = await tx.all<{ path: string; cited: number; from_seq: number }>(
    'SELECT path, cited, from_seq FROM statement WHERE record_id = ? AND until_seq = ?',
    [recordId, FOREVER],
  );
  const wanted = new Map<string, number | null>();
  for (const path of paths) wanted.set(path, await firstCitation(tx, recordId, path));
  for (const row of standing) {
    if (wanted.get(row.path) === row.cited) wanted.delete(row.path);
    else if (row.from_seq === seq)
      await tx.run('DELETE FROM statement WHERE record_id = ? AND path = ? AND from_seq = ?', [
        recordId,
        row.path,
        seq,
      ]);
    else
      await tx.run('UPDATE statement SET until_seq = ? WHERE record_id = ? AND path = ? AND until_seq = ?', [
        seq,
        recordId,
        row.path,
        FOREVER,
      ]);
  }
  for (const [path, cited] of wanted)
    await tx.insert('statement', { record_id: recordId, path, from_seq: seq, until_seq: FOREVER, cited });
}

/** The pointers of list items that state something, such as `/legalBases/1`. */
export const itemsOf = (content: Content, name: string): string[] =>
  Object.keys((content[name] as Content | undefined) ?? {}).map((ordinal) => `/${name}/${ordinal}`);
