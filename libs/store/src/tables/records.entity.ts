import { id, integer, nullable, table, text, word } from './table.js';
import { CITES, versioned } from './versioned.js';

const day = nullable(word(10));

export const RECORD_TABLES = [
  versioned('mechanism', { kind: word(100), lifecycle_id: id, folded: text }),
  versioned('participation', { party_id: id, role: word(100) }, { cited: true, index: [['party_id']] }),
  versioned(
    'event',
    { kind: word(100), earliest: day, latest: day, sort: word(64), folded: text },
    {
      cited: true,
      index: [
        ['mechanism_id', 'sort', 'id'],
        ['sort', 'id'],
      ],
    },
  ),
  versioned(
    'transition',
    { from_status: nullable(word(100)), to_status: word(100), earliest: day, latest: day, position: integer },
    { cited: true },
  ),
  versioned('condition', { holder: word(26), bears_on: word(120), status: word(100) }, { cited: true }),
  versioned('mission', { number: integer }, { cited: true }),
  versioned('track', { status: word(100) }, { cited: true }),
  versioned('relation', { type: word(100), target_id: id }, { cited: true, index: [['target_id']] }),
  versioned('forecast', { outcome: word(100), earliest: day, latest: day }, { cited: true }),
  versioned('figure', { measure: word(100), earliest: day, latest: day }, { cited: true }),
  versioned('conflict', { field: text }),
  versioned('note', {}),
  versioned('party', { type: word(20) }),
  versioned('source', { type: word(20), part_of: nullable(id), folded: text }),
  versioned('lifecycle', {}),
  versioned('vocabulary', {}),
  versioned('person', {}),
  versioned('account', { person_id: id, username: word(120), state: word(20) }, { index: [['username']] }),
  versioned('token', { account_id: id, hash: word(64), expires_at: word(24) }, { index: [['hash']] }),
  versioned('batch', {}),
  versioned('export', {}),
];

/** Acts of participation, one row an act: thresholds and periods count on them. */
export const PARTICIPATION_ACT = table(
  'participation_act',
  {
    record_id: id,
    n: integer,
    from_seq: integer,
    until_seq: integer,
    mechanism_id: id,
    party_id: id,
    act: word(100),
    earliest: day,
    latest: day,
    path: word(100),
    cited: integer,
  },
  { primary: ['record_id', 'n', 'from_seq'], index: [['mechanism_id', 'act']], foreign: [CITES('record_id')] },
);

/** Statements within a record: legal bases, the seat, a fulfilment, competing values. */
export const STATEMENT = table(
  'statement',
  { record_id: id, path: word(100), from_seq: integer, until_seq: integer, cited: integer },
  { primary: ['record_id', 'path', 'from_seq'], foreign: [CITES('record_id')] },
);

/** What waits for a second pair of eyes, or waited; one row a state. */
export const PROPOSAL = table(
  'proposal',
  {
    id,
    number: integer,
    from_seq: integer,
    until_seq: integer,
    record_type: word(20),
    verb: word(40),
    state: word(20),
    mechanism_id: nullable(id),
    rests_on: text,
    proposer: id,
    decider: nullable(id),
    proposed_seq: integer,
    content_hash: word(64),
    rank: integer,
    shown: integer,
    fields: text,
  },
  {
    primary: ['id', 'number', 'from_seq'],
    index: [
      ['mechanism_id', 'state'],
      ['until_seq', 'state'],
    ],
  },
);

export const PROJECTED_TABLES = [...RECORD_TABLES, PARTICIPATION_ACT, STATEMENT, PROPOSAL];
