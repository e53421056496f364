import { type Db } from '@zvit/store';
import { type JournalRow, rowBytes, rowHash } from './journal-row.js';

/** What a check of the journal found: how many rows hold, and the first that doesn't. */
export interface JournalFindings {
  readonly rows: number;
  /** Hash of the last row that holds. Kept elsewhere, it shows later whether rows were cut off at the end. */
  readonly head: string;
  readonly firstBad?: { readonly seq: number; readonly reason: string };
}

const PAGE = 1_000;

/** Follows the chain of the access journal from its first row and names the first one that was altered, removed or slipped in. */
export async function verifyJournal(db: Db): Promise<JournalFindings> {
  let rows = 0;
  let head = '';
  for (;;) {
    const page = await db.all<{ seq: number; bytes: string; hash: string }>(
      `SELECT seq, bytes, hash FROM access_journal WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`,
      [rows],
    );
    for (const row of page) {
      const reason = faultOf(row, rows + 1, head);
      if (reason !== undefined) return { rows, head, firstBad: { seq: row.seq, reason } };
      rows = row.seq;
      head = row.hash;
    }
    if (page.length < PAGE) break;
  }
  // Rows are counted from 1: what stands before would never be read above.
  const early = await db.get<{ seq: number }>('SELECT seq FROM access_journal WHERE seq < 1 ORDER BY seq LIMIT 1');
  return early ? { rows, head, firstBad: { seq: early.seq, reason: 'rows are counted from 1' } } : { rows, head };
}

function faultOf(
  row: { seq: number; bytes: string; hash: string },
  expected: number,
  prev: string,
): string | undefined {
  if (row.seq !== expected) return `row ${expected} is missing`;
  if (rowHash(row.bytes) !== row.hash) return 'the bytes do not have this hash';
  const told = JSON.parse(row.bytes) as JournalRow;
  if (told.seq !== row.seq) return `the bytes speak of row ${told.seq}`;
  if (told.prev !== prev) return 'it does not follow from the row before';
  if (rowBytes(told) !== row.bytes) return 'the bytes are not canonical';
  return undefined;
}
