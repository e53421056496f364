import { type RecordType } from './record-type.js';

/** What content may refer to, as the person who writes it sees the record. */
export interface Lookup {
  /** The terms of a vocabulary; undefined while the vocabulary is not in the record (an empty ledger). */
  terms(vocabulary: string): ReadonlySet<string> | undefined;
  /** Whether a record of that type exists and may be seen. */
  has(type: RecordType, id: string): boolean;
  /** Whether that source is classed above what would cite it. */
  classedAbove(sourceId: string): boolean;
}
