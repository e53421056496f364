/**
 * Everything that can be refused, by a closed list of codes. The code is the contract (problem type, status,
 * translations, OpenAPI derive from it); the sentence stays free to improve.
 */
export const ERROR_CODES = {
  'invalid-input': 400,
  'malformed-request': 400,
  'not-logged-in': 401,
  'wrong-credentials': 401,
  'missing-role': 403,
  'foreign-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  blocked: 409,
  stale: 409,
  'own-proposal': 409,
  'content-changed': 409,
  'key-reused': 409,
  'already-exists': 409,
  'version-changed': 412,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
  'version-required': 428,
  'too-many-attempts': 429,
  'internal-error': 500,
  'not-ready': 503,
  'storage-refused': 503,
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** One fault of an input: a JSON pointer (RFC 6901) into what was sent and a sentence. `code` names the rule that was broken. */
export interface Fault {
  readonly pointer: string;
  readonly code: FaultCode;
  readonly detail: string;
}

/** The rule that a fault broke. Closed: translations and screens know each. */
export type FaultCode =
  | 'unknown-field'
  | 'missing'
  | 'wrong-type'
  | 'too-long'
  | 'not-in-vocabulary'
  | 'not-a-date'
  | 'end-before-begin'
  | 'extent-missing'
  | 'unknown-reference'
  | 'uncited'
  | 'source-classed-above'
  | 'contradiction'
  | 'duplicate'
  | 'forbidden-text';

/** A reason against an act, as a typed value: `code` and its parameters; readers add the sentences of three languages. */
export interface Reason {
  readonly code: string;
  readonly [parameter: string]: unknown;
}

/** The only error that acts and readers throw on purpose. Everything else is a defect and answers 500. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    detail: string,
    readonly more: {
      readonly faults?: readonly Fault[];
      readonly blockers?: readonly Reason[];
      readonly retryAfterSeconds?: number;
    } = {},
  ) {
    super(detail);
    this.name = 'Refusal';
  }

  get status(): number {
    return ERROR_CODES[this.code];
  }
}

/** Throws one refusal that carries all faults of an input at once; does nothing when there are none. */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) {
    const first = faults[0]!;
    const rest = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
    throw new Refusal('invalid-input', `${first.pointer || '/'}: ${first.detail}${rest}`, { faults });
  }
}
