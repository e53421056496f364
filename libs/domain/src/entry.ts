import { type RecordType } from './records/record-type.js';

/** A value of RFC 8259 JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Content of a record: nested plain objects whose leaves are scalars or whole arrays. Lists of things with an identity
 *  of their own (citations, acts, values) are objects keyed by ordinals "1", "2" … that are never used again. */
export type Content = { readonly [name: string]: Json };

/** Content taken apart: JSON pointer (RFC 6901) of each leaf → its value. Each becomes one disclosure (RFC 9901). */
export type Fields = ReadonlyMap<string, Json>;

/** What each ledger entry states about itself, in the clear. Nothing here is content. */
export interface Envelope {
  readonly v: 1;
  /** Position in the ledger: 1, 2, 3 … without gaps. */
  readonly seq: number;
  /** UTC instant with milliseconds, 24 characters; never before that of the entry before. */
  readonly recordedAt: string;
  /** Opaque id of the person who acted. */
  readonly actor: string;
  readonly act: string;
  readonly record: { readonly type: RecordType; readonly id: string };
  /** Version of the record that this entry makes: 1 for the first. */
  readonly version: number;
  /** Opaque id of the batch, for entries that came in one. */
  readonly batch?: string;
  /** Digests of the content fields, ascending. */
  readonly _sd: readonly string[];
}

/** An entry as projections see it: the envelope and its fields, those erased by law left out. */
export interface Entry extends Omit<Envelope, '_sd' | 'v'> {
  readonly fields: Fields;
}

/** Marks a removal in a change: a leaf can be no object, so the empty object is free for it. */
export const REMOVED: Json = Object.freeze({});

/** A name as one token of a JSON pointer (RFC 6901, section 4). Whatever a sender called a member, the pointer names that one. */
export const pointerToken = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const unescape = (token: string) => token.replaceAll('~1', '/').replaceAll('~0', '~');
const isBranch = (value: Json | undefined): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes content apart into its leaves. Empty objects have none and vanish; `undefined` members are left out. */
export function toFields(content: Content, prefix = ''): Map<string, Json> {
  const fields = new Map<string, Json>();
  for (const [name, value] of Object.entries(content) as [string, Json | undefined][]) {
    const pointer = `${prefix}/${pointerToken(name)}`;
    if (value === undefined) continue;
    if (isBranch(value)) for (const [inner, leaf] of toFields(value, pointer)) fields.set(inner, leaf);
    else fields.set(pointer, value);
  }
  return fields;
}

/** Lays the fields of an entry on content: removals first, then what is set. Fields about the act are passed over. Returns new
 *  content; `before` is untouched. No name of a member, `__proto__` neither, reaches anything but that content. */
export function applyFields(before: Content, fields: Fields): Content {
  const after = copied(before);
  const content = [...fields].filter(([name]) => name.startsWith('/'));
  const removals = content.filter(([, value]) => isRemoval(value));
  const sets = content.filter(([, value]) => !isRemoval(value));
  for (const [pointer] of removals) {
    const { place, last } = walk(after, pointer, false);
    if (place) Reflect.deleteProperty(place, last);
  }
  for (const [pointer, value] of sets) {
    const { place, last } = walk(after, pointer, true);
    put(place!, last, value);
  }
  return prune(after);
}

/** A copy whose groups stand at one place each: a structured clone would keep one that stands at two places one, and a field laid
 *  on the first would be laid on the second. Leaves are never changed and need no copy. */
const copied = (content: Content): Record<string, Json> =>
  Object.fromEntries(Object.entries(content).map(([name, value]) => [name, isBranch(value) ? copied(value) : value]));

/** The object that holds the leaf of a pointer, which begins with a slash; `make` builds the way there, so that there is one. */
function walk(root: Record<string, Json>, pointer: string, make: boolean) {
  const path = pointer.split('/').slice(1).map(unescape);
  const last = path.pop()!;
  let place = root;
  for (const token of path) {
    const next: Json | undefined = Object.hasOwn(place, token) ? place[token] : undefined;
    if (isBranch(next)) place = next;
    else if (make) place = put(place, token, {});
    else return { place: undefined, last };
  }
  return { place, last };
}

/** Gives an object a member of its own: assigning to `__proto__` would change what the object is instead. */
function put<Value extends Json>(place: Record<string, Json>, name: string, value: Value): Value {
  Object.defineProperty(place, name, { value, writable: true, enumerable: true, configurable: true });
  return value;
}

/** The fields that turn `before` into `after`: changed and new leaves with their values, vanished ones as removals. */
export function changedFields(before: Content, after: Content): Map<string, Json> {
  const was = toFields(before);
  const is = toFields(after);
  const changes = new Map<string, Json>();
  for (const [pointer, value] of is) {
    if (!was.has(pointer) || JSON.stringify(was.get(pointer)) !== JSON.stringify(value)) changes.set(pointer, value);
  }
  for (const pointer of was.keys()) if (!is.has(pointer)) changes.set(pointer, REMOVED);
  return changes;
}

/** Whether a value marks the removal of a leaf: the empty object, and nothing else. */
export const isRemoval = (value: Json): boolean => isBranch(value) && Object.keys(value).length === 0;

function prune(content: Record<string, Json>): Content {
  for (const [name, value] of Object.entries(content)) {
    if (isBranch(value) && Object.keys(prune(value)).length === 0) Reflect.deleteProperty(content, name);
  }
  return content;
}
