import { type RecordType } from './record-type.js';

/** The longest texts that a record may hold, in UTF-16 units. */
export const TEXT = { line: 300, paragraph: 2_000, page: 20_000 } as const;

/** What a leaf of content may be. Vocabularies and records are named, and looked up in the record as it stands. */
export type Leaf =
  | { readonly is: 'text'; readonly max: number }
  | { readonly is: 'texts'; readonly max: number }
  | { readonly is: 'flag' }
  | { readonly is: 'whole'; readonly min: number; readonly max: number }
  | { readonly is: 'number' }
  | { readonly is: 'date'; readonly intervals?: boolean }
  | { readonly is: 'one-of'; readonly values: readonly string[] }
  | { readonly is: 'term'; readonly vocabulary: string }
  | { readonly is: 'record'; readonly type: RecordType; readonly or?: readonly string[] }
  | { readonly is: 'party-or-name' };

/** A member of content: a leaf, a fixed group of members, or a list whose items have ordinals. */
export interface Member {
  readonly leaf?: Leaf;
  readonly group?: Shape;
  readonly items?: Shape;
  readonly optional?: boolean;
  readonly nullable?: boolean;
  /** A statement: it carries citations of its own, at least one. `when` narrows that to content that states something. */
  readonly cited?: boolean | ((content: Readonly<Record<string, unknown>>) => boolean);
}

/** The members of a group of content by name. What is not named here is refused. */
export type Shape = Readonly<Record<string, Member>>;

/** A text of at most `max` UTF-16 units. */
export const text = (max: number): Member => ({ leaf: { is: 'text', max } });
/** A list of texts of at most `max` units each. */
export const texts = (max: number): Member => ({ leaf: { is: 'texts', max } });
/** True or false. */
export const flag: Member = { leaf: { is: 'flag' } };
/** A whole number from `min` to `max`. */
export const whole = (min: number, max: number): Member => ({ leaf: { is: 'whole', min, max } });
/** A number; at most 2^53 - 1 either way. */
export const number: Member = { leaf: { is: 'number' } };
/** An EDTF date that is no interval. */
export const date: Member = { leaf: { is: 'date' } };
/** An EDTF date that may be an interval; the extent stands beside it. */
export const span: Member = { leaf: { is: 'date', intervals: true } };
/** One of these words. */
export const oneOf = (...values: string[]): Member => ({ leaf: { is: 'one-of', values } });
/** A term of the vocabulary of that name, as it stands in the record. */
export const term = (vocabulary: string): Member => ({ leaf: { is: 'term', vocabulary } });
/** The opaque id of a record of that type, or one of the words in `or`. */
export const record = (type: RecordType, ...or: string[]): Member => ({ leaf: { is: 'record', type, or } });
/** The same member, which may be left out. */
export const optional = (member: Member): Member => ({ ...member, optional: true });
/** The same member, which may be null: known to be unknown. */
export const nullable = (member: Member): Member => ({ ...member, nullable: true });
/** A list whose items have ordinals. */
export const items = (shape: Shape, more: Partial<Member> = {}): Member => ({ items: shape, ...more });
/** A fixed group of members. */
export const group = (shape: Shape, more: Partial<Member> = {}): Member => ({ group: shape, ...more });
