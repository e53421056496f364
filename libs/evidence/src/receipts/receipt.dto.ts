import { isProposal, type Verb, verbOf } from '@zvit/domain';
import { type Receipt } from '@zvit/store';

/** What an act came to: recorded at once; a proposal that is open; or the end of one. */
export const OUTCOMES = ['recorded', 'open', 'approved', 'rejected', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const ENDS: Partial<Record<Verb, Outcome>> = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' };

/** What was recorded, when, and where in the ledger. */
export class ReceiptDto {
  /** Id of the record; of a source the data's own name, where it has one. */
  id: string;
  /** The data's own name of the record, where it has one. */
  slug: string | null;
  /** What was done, such as event.add or transition.propose-add. */
  act: string;
  /** recorded: it stands; open: it waits for another person; else how the proposal ended. */
  state: Outcome;
  /** The record's version from now on: what If-Match names. */
  version: number;
  /** Position in the ledger. */
  seq: number;
  recordedAt: string;
  /** Hash of the entry's leaf (RFC 6962, SHA-256), hexadecimal. */
  leafHash: string;
  /** Of a proposal: the hash that its approval has to name. */
  contentHash?: string;

  static from(receipt: Receipt, key: string | null): ReceiptDto {
    const { type, act, version, seq, recordedAt, leafHash } = receipt;
    const verb = verbOf(act);
    const open = isProposal(verb);
    return {
      id: type === 'source' ? (key ?? receipt.id) : receipt.id,
      slug: key,
      act,
      state: open ? 'open' : (ENDS[verb] ?? 'recorded'),
      version,
      seq,
      recordedAt,
      leafHash,
      ...(open ? { contentHash: leafHash } : {}),
    };
  }
}
