import { type Content, type ContentType, type Fault, type Reason, type Sight } from '@zvit/domain';
import { type Tx } from '@zvit/store';
import { type Renamed } from '../records/as-wished.js';

/** The record that is being revised, as it stands. */
export interface Revised {
  readonly id: string;
  readonly content: Content;
}

/**
 * How one kind of record is kept by people: its content as wished, and what only that kind has to say about it. The acts in this
 * folder are the same for all.
 */
export interface Kept<Wish> {
  readonly type: ContentType;
  readonly renamed: Renamed;
  /** The content as wished, without its mechanism and its own name; lists by ordinal in the order of the request. */
  readonly content: (tx: Tx, sight: Sight, wish: Wish) => Promise<Content>;
  /** The data's own name that the record gets when it is added. It stays for ever. */
  readonly key?: (tx: Tx, wish: Wish) => Promise<string | undefined>;
  /** Members of content that a revision leaves as they are. */
  readonly fixed?: readonly string[];
  /** Members of content that are lists: items keep their ordinals while they say the same. */
  readonly lists?: readonly string[];
  /** Faults that neither the shape of the content nor its own rules show; pointers into the content. */
  readonly faults?: (tx: Tx, content: Content, revised?: Revised) => Promise<Fault[]>;
  /** Why the record can't be taken back yet. */
  readonly blocker?: (tx: Tx, id: string) => Promise<Reason | undefined>;
}
