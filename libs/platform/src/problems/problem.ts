import { ERROR_CODES, type ErrorCode, type Fault, type Reason } from '@zvit/domain';

/** What a refusal answers: `application/problem+json` of RFC 9457. `code` is the contract, the sentences are free to improve. */
export interface Problem {
  /** Stable address of the kind of problem: `urn:zvit:problem:<code>`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  /** `urn:uuid:` and the id under which the log knows this request. */
  readonly instance?: string;
  readonly errors?: readonly Fault[];
  readonly blockers?: readonly Reason[];
}

export const PROBLEM_TITLES: Readonly<Record<ErrorCode, string>> = {
  'invalid-input': 'The input breaks a rule',
  'malformed-request': 'The request is malformed',
  'not-logged-in': 'Log in first',
  'wrong-credentials': 'User name or password is wrong',
  'missing-role': 'Your roles do not allow this',
  'foreign-origin': 'The request comes from a foreign page',
  'not-found': 'There is no such thing',
  'method-not-allowed': 'This method is not allowed here',
  'not-acceptable': 'There is no answer in a form that you accept',
  blocked: 'Something stands against this step',
  stale: 'What this rests on has moved',
  'own-proposal': 'Nobody approves what they proposed',
  'content-changed': 'This is not what was read',
  'key-reused': 'This Idempotency-Key was used for something else',
  'already-exists': 'This exists already',
  'version-changed': 'The record has a newer version',
  'payload-too-large': 'The body is too large',
  'unsupported-media-type': 'The body has a form that is not understood',
  'version-required': 'Say which version you change',
  'too-many-attempts': 'Too many failed attempts',
  'internal-error': 'A fault of the server',
  'not-ready': 'The server is not ready',
  'storage-refused': 'The database could not write',
};

/** What is more than the code: the status where it is not the code's own, and the typed reasons. */
export interface ProblemMore {
  readonly status?: number;
  readonly faults?: readonly Fault[];
  readonly blockers?: readonly Reason[];
}

export function problem(code: ErrorCode, detail: string, more: ProblemMore = {}): Problem {
  return {
    type: `urn:zvit:problem:${code}`,
    title: PROBLEM_TITLES[code],
    status: more.status ?? ERROR_CODES[code],
    detail,
    code,
    ...(more.faults && more.faults.length > 0 ? { errors: more.faults } : {}),
    ...(more.blockers && more.blockers.length > 0 ? { blockers: more.blockers } : {}),
  };
}
