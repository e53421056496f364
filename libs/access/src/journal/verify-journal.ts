import { type Db, type Finding } from '@zvit/store';
import { type JournalRow, rowBytes, rowHash } from './journal-row.js';

interface Stored {
  readonly seq: number;
  readonly bytes: string;
  readonly hash: string;
}

/** The rows of the access journal in their order, a page at a time. */
export async function* journalRows(db: Pick<Db, 'all'>): AsyncGenerator<Stored> {
  const size = 1_000;
  let after = -2_147_483_648;
  for (;;) {
    const sql = 'SELECT seq, bytes, hash FROM access_journal WHERE seq > ? ORDER BY seq LIMIT ?';
    const page = await db.all<Stored>(sql, [after, size]);
    yield* page;
    if (page.length < size) return;
    after = page.at(-1)!.seq;
  }
}

/**
 * Follows the chain of the access journal from its first row and names the first that was altered, removed or slipped in; what
 * comes after it proves nothing. Rows cut off at the end are seen only by who kept an earlier hash.
 */
export async function verifyJournal(db: Pick<Db, 'all'>): Promise<Finding[]> {
  let rows = 0;
  let head = '';
  for await (const row of journalRows(db)) {
    const detail = faultOf(row, rows + 1, head);
    if (detail !== undefined) return [{ code: 'journal-broken', item: `access_journal ${row.seq}`, detail }];
    rows += 1;
    head = row.hash;
  }
  return [];
}

function faultOf(row: Stored, expected: number, prev: string): string | undefined {
  if (row.seq !== expected) return `row ${expected} should stand here`;
  if (rowHash(row.bytes) !== row.hash) return 'the bytes do not have this hash';
  const told = parsed(row.bytes);
  if (told?.seq !== row.seq) return 'the bytes speak of another row';
  if (told.prev !== prev) return 'it does not follow from the row before';
  if (rowBytes(told) !== row.bytes) return 'the bytes are not canonical';
  return undefined;
}

function parsed(bytes: string): JournalRow | undefined {
  try {
    return JSON.parse(bytes) as JournalRow;
  } catch {
    return undefined;
  }
}
