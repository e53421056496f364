/**
 * What a check can find, as a closed union. The code is the contract; the sentence beside it stays free to improve.
 *
 * - `not-json`: the value has no canonical JSON (RFC 8785), or only one that leaves a part of it out.
 * - `bad-number`: a size or an index is no whole number from 0 to 2^53 - 1, or does not fit the other numbers.
 * - `bad-hash`: a hash is not 32 bytes.
 * - `bad-proof`: the proof is shorter or longer than its numbers demand, or is no list.
 * - `root-mismatch`: the proof is well formed and leads to another root.
 * - `bad-salt`: the salt of a disclosure is no base64url of 128 bits or more.
 * - `bad-disclosure`: the text is no disclosure of an object property (RFC 9901 section 4.2.1).
 */
export type ProofErrorCode =
  'not-json' | 'bad-number' | 'bad-hash' | 'bad-proof' | 'root-mismatch' | 'bad-salt' | 'bad-disclosure';

/** The only error that this library throws on purpose. An enemy who chooses the input chooses the code too, never more. */
export class ProofError extends Error {
  constructor(
    readonly code: ProofErrorCode,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'ProofError';
  }
}
