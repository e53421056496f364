/**
 * The kinds of record that the ledger knows. `register` records are what Zvit exists for; `library` records are what they
 * rest on; `people` records say who may act; `ledger` records are acts about the record itself.
 */
export const RECORD_TYPES = [
  'mechanism',
  'participation',
  'event',
  'transition',
  'condition',
  'mission',
  'track',
  'relation',
  'forecast',
  'figure',
  'conflict',
  'note',
  'party',
  'source',
  'lifecycle',
  'vocabulary',
  'person',
  'account',
  'token',
  'proposal',
  'batch',
  'export',
] as const;

export type RecordType = (typeof RECORD_TYPES)[number];
