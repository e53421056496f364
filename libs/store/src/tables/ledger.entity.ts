import { id, integer, nullable, table, text, word } from './table.js';

/** The ledger: the exact bytes of each envelope and the hash of its leaf (RFC 6962). Append-only by trigger. */
export const ENTRY = table(
  'entry',
  { seq: integer, bytes: text, leaf_hash: word(64) },
  { primary: ['seq'], unique: [['leaf_hash']] },
);

/** The content of entries, field by field (RFC 9901). The only table that a lawful erasure may touch. */
export const DISCLOSURE = table(
  'disclosure',
  { seq: integer, digest: word(43), encoded: text },
  {
    primary: ['seq', 'digest'],
  },
);

/** Which disclosures were destroyed by law, and by which entry. Only what stands here may leave `disclosure`. */
export const ERASURE = table(
  'erasure',
  { seq: integer, digest: word(43), by_seq: integer },
  {
    primary: ['seq', 'digest'],
  },
);

/** Complete subtrees of the ledger's tree: level 1 covers two leaves, level 2 four … Level 0 is `entry.leaf_hash`. */
export const TREE_NODE = table(
  'tree_node',
  { level: integer, position: integer, hash: word(64) },
  {
    primary: ['level', 'position'],
  },
);

/** Log-ins, refusals and reads of restricted things: a chain of its own, each row hashed with the one before. */
export const ACCESS_JOURNAL = table(
  'access_journal',
  { seq: integer, bytes: text, hash: word(64) },
  {
    primary: ['seq'],
  },
);

/** One row an entry: what lists, filters and permissions need of it without opening it. */
export const ACT = table(
  'act',
  {
    seq: integer,
    recorded_at: word(24),
    actor: id,
    act: word(60),
    record_type: word(20),
    record_id: id,
    version: integer,
    batch: nullable(id),
    mechanism_id: nullable(id),
    rank: integer,
    shown: integer,
    idempotency_key: nullable(word(64)),
    fingerprint: nullable(word(64)),
  },
  {
    primary: ['seq'],
    index: [['recorded_at'], ['record_id', 'seq'], ['mechanism_id', 'seq'], ['actor', 'seq'], ['batch']],
    unique: [['actor', 'idempotency_key']],
  },
);

/** Records that an entry concerns besides its own: a chain amended, a target named. */
export const SUBJECT = table(
  'subject',
  { seq: integer, record_id: id },
  {
    primary: ['seq', 'record_id'],
    index: [['record_id', 'seq']],
  },
);

/** One row a record: where it stands now. */
export const RECORD = table(
  'record',
  {
    id,
    type: word(20),
    key: nullable(word(200)),
    mechanism_id: nullable(id),
    second_id: nullable(id),
    version: integer,
    own_rank: integer,
    rank: integer,
    retracted: integer,
    created_seq: integer,
    head_seq: integer,
  },
  { primary: ['id'], index: [['mechanism_id'], ['second_id']], unique: [['type', 'key']] },
);

/** How a record was classed from one entry until another; `shown` is the higher of then and now. */
export const RECORD_RANK = table(
  'record_rank',
  { record_id: id, from_seq: integer, until_seq: integer, rank: integer, shown: integer },
  { primary: ['record_id', 'from_seq'] },
);

/** The last entry that changed what a rank sees of a mechanism (or of the library, or of people). ETags rest on it. */
export const TOUCHED = table(
  'touched',
  { scope: id, rank: integer, seq: integer, reclassed_seq: integer },
  {
    primary: ['scope', 'rank'],
  },
);

/** What statements rest on. A citation never changes; it stands from one entry until another. */
export const CITATION = table(
  'citation',
  {
    record_id: id,
    path: word(100),
    n: integer,
    source_id: id,
    locator: nullable(text),
    quote: nullable(text),
    from_seq: integer,
    until_seq: integer,
  },
  {
    primary: ['record_id', 'path', 'n'],
    index: [['source_id']],
    foreign: [{ columns: ['source_id'], to: 'record', toColumns: ['id'] }],
  },
);

export const LEDGER_TABLES = [ENTRY, DISCLOSURE, ERASURE, TREE_NODE, ACCESS_JOURNAL];
export const INDEX_TABLES = [RECORD, ACT, SUBJECT, RECORD_RANK, TOUCHED, CITATION];
