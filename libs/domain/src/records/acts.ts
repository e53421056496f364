import { type RecordType } from './record-type.js';

/**
 * What can be done to a record. "It was wrong" (correct) and "it changed" (change) are two verbs, in entries, API and exports.
 * `import` is `add` of a status step on an empty record, approved by whoever imports and flagged so.
 * Verbs in `propose-…` wait for another person; `approve`, `reject` and `withdraw` end the wait.
 */
export const VERBS = [
  'add',
  'change',
  'correct',
  'retract',
  'classify',
  'import',
  'propose-add',
  'propose-change',
  'propose-correct',
  'propose-retract',
  'approve',
  'reject',
  'withdraw',
  'set-credential',
  'disable',
  'enable',
  'issue',
  'revoke',
  'take',
] as const;

export type Verb = (typeof VERBS)[number];

/** The name of an act as entries carry it, such as `transition.propose-add`. */
export type ActName = `${RecordType}.${Verb}`;

/** The verb of an act: `transition.propose-add` → `propose-add`. Trust it for acts that this program wrote. */
export function verbOf(act: string): Verb {
  return act.slice(act.indexOf('.') + 1) as Verb;
}

/** The verb that a proposal would carry out once approved: `propose-add` → `add`. */
export const proposedVerb = (verb: Verb): Verb => verb.replace(/^propose-/, '') as Verb;

/** Whether an act of this verb waits for another person. */
export const isProposal = (verb: Verb): boolean => verb.startsWith('propose-');

/** Names of fields that speak of the act, not of the record. Content fields are JSON pointers and begin with a slash. */
export const ABOUT = {
  reason: 'reason',
  contentHash: 'contentHash',
  restsOn: 'restsOn',
  idempotencyKey: 'idempotencyKey',
  fingerprint: 'fingerprint',
} as const;

/** Where the content of proposal number `n` of a record stands among the fields of its entry. */
export const proposalPrefix = (n: number): string => `/proposals/${n}`;

/** Types of record that concern people and their access; what they say is no content and has rank `people`. Persons' names are
 *  read by every colleague. */
export const PEOPLE_TYPES: ReadonlySet<RecordType> = new Set<RecordType>(['account', 'token']);

/** Types that the whole record leans on; a change of one touches every answer. */
export const LIBRARY_TYPES: ReadonlySet<RecordType> = new Set<RecordType>([
  'party',
  'source',
  'lifecycle',
  'vocabulary',
  'person',
  'batch',
]);
