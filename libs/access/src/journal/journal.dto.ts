import { type JournalKind, type JournalRow } from './journal-row.js';

/** One row of the access journal. Ids are opaque. */
export class JournalItemDto {
  seq: number;
  at: string;
  kind: JournalKind;
  person: string | null;
  account: string | null;
  token: string | null;
  /** A route, ids of records read, or the digest of a session, a link or a user name that was typed. */
  subject: string[];
  /** Why it was refused. */
  code: string | null;
  address: string | null;
  /** SHA-256 of the row, which holds the hash of the row before. */
  hash: string;

  static from({ bytes, hash }: { bytes: string; hash: string }): JournalItemDto {
    const row = JSON.parse(bytes) as JournalRow;
    return Object.assign(new JournalItemDto(), {
      seq: row.seq,
      at: row.at,
      kind: row.kind,
      person: row.person ?? null,
      account: row.account ?? null,
      token: row.token ?? null,
      subject: [row.subject ?? []].flat(),
      code: row.code ?? null,
      address: row.address ?? null,
      hash,
    });
  }
}

/** A page of the access journal, the newest first. */
export class JournalDto {
  items: JournalItemDto[];
  /** Cursor of the next page. */
  next: string | null;
}
