import { type ErrorCode } from '@zvit/domain';
import canonicalize from 'canonicalize';
import { sha256 } from '../secrets.js';

export const JOURNAL_KINDS = [
  'invitation',
  'log-in',
  'log-in-failed',
  'log-out',
  'refused',
  'read-restricted',
] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** What is told of one event. Ids are opaque; a typed name is told only as a digest, since people type passwords there. */
export interface JournalEvent {
  readonly kind: JournalKind;
  /** Who did it; of a log-out who ended the session, which may be an administrator. */
  readonly person?: string;
  /** The account that was used; of a log-out the account whose session it was, of an invitation the one it is for. */
  readonly account?: string;
  readonly token?: string;
  /** A route's pattern, ids of records, or the digest of a name, session or link, by kind. */
  readonly subject?: string | readonly string[];
  readonly code?: ErrorCode;
  readonly address?: string;
}

/** One row: the event, its place and instant, and the hash of the row before ('' before the first). */
export interface JournalRow extends JournalEvent {
  readonly v: 1;
  readonly seq: number;
  readonly at: string;
  readonly prev: string;
}

/** The bytes that are kept and hashed: RFC 8785 canonical JSON. */
export const rowBytes = (row: JournalRow): string => canonicalize(row)!;

/** Hash of a row; the hash of the row before is within its bytes. */
export const rowHash = (bytes: string): string => sha256(bytes);
