import { changedFields, type Content, isRemoval, type Json, toFields } from '../entry.js';

/** One leaf of a content that differs between two states. `before` or `after` is absent where the leaf did not stand; null is a
 *  value like others. The pointer is a JSON pointer (RFC 6901) into the content. */
export interface Difference {
  readonly pointer: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** The leaves in which two contents differ, by pointer in byte order. An absent state (null) has no leaves. */
export function differenceOf(before: Content | null, after: Content | null): Difference[] {
  const was = toFields(before ?? {});
  const changes = [...changedFields(before ?? {}, after ?? {})];
  return changes
    .map(([pointer, value]): Difference => ({
      pointer,
      ...(was.has(pointer) ? { before: was.get(pointer)! } : {}),
      ...(isRemoval(value) ? {} : { after: value }),
    }))
    .sort((a, b) => Number(a.pointer > b.pointer) - Number(a.pointer < b.pointer));
}
