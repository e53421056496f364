import { type RecordType } from '@zvit/domain';

/** What a field of a file holds, as far as its form goes; what it may say is judged by the record's own shape. */
export type Reading =
  | { readonly is: 'text' | 'texts' | 'flag' | 'number' }
  /** The data's own name of another record, or one of the words in `or`. */
  | { readonly is: 'ref'; readonly type: RecordType; readonly or?: string }
  /** A party's name in the data, or the name of somebody who is no party. */
  | { readonly is: 'party-or-name' }
  | { readonly is: 'sources' }
  | { readonly is: 'group'; readonly plan: Plan }
  | { readonly is: 'list'; readonly plan: Plan }
  /** Read as records of their own. */
  | { readonly is: 'apart' };

/** One field of a file: its name there, its name in content (null: it follows from something else), and its form. */
export interface Field {
  readonly yaml: string;
  readonly to: string | null;
  readonly reads: Reading;
  readonly optional: boolean;
}

export type Plan = readonly Field[];

const field =
  (reads: Reading) =>
  (yaml: string, to: string | null = yaml): Field => ({ yaml, to, reads, optional: false });

export const text = field({ is: 'text' });
export const texts = field({ is: 'texts' });
export const flag = field({ is: 'flag' });
export const number = field({ is: 'number' });
export const partyOrName = field({ is: 'party-or-name' });
export const sources = field({ is: 'sources' })('sources', 'citations');
export const ref = (type: RecordType, yaml: string, to = yaml, or?: string): Field =>
  field({ is: 'ref', type, ...(or === undefined ? {} : { or }) })(yaml, to);
export const group = (plan: Plan, yaml: string, to = yaml): Field => field({ is: 'group', plan })(yaml, to);
export const list = (plan: Plan, yaml: string, to = yaml): Field => field({ is: 'list', plan })(yaml, to);
export const apart = (yaml: string): Field => field({ is: 'apart' })(yaml, null);
export const optional = (one: Field): Field => ({ ...one, optional: true });
