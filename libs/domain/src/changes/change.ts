import { applyFields, type Content, type Json, REMOVED } from '../entry.js';
import { type Verb } from '../records/acts.js';
import { type Difference, differenceOf } from './difference.js';

/** What became of a record between two states. `corrected`: what was recorded was wrong, and nothing else happened to it;
 *  `changed`: at least one of its leaves became another. */
export const CHANGES = ['added', 'removed', 'changed', 'corrected'] as const;
export type Change = (typeof CHANGES)[number];

/** An act that took effect between the two states: what it did (an approval has the verb of what it approves), and the pointers of
 *  the leaves that it wrote. A pointer of a group stands for all its leaves. */
export interface Written {
  readonly verb: Verb;
  readonly pointers: readonly string[];
}

/** A leaf that differs. `corrected` says that only corrections wrote it in between. */
export interface FieldChange extends Difference {
  readonly corrected: boolean;
}

/** The difference of one record between two states, leaf by leaf in byte order of the pointers. */
export interface RecordChange {
  readonly change: Change;
  readonly fields: readonly FieldChange[];
}

/**
 * How a record differs between two states; null where it does not. A state is null while there is no such record. A leaf that was
 * both changed and corrected in between is changed: its first value may have been right in its time. A leaf whose writing act is
 * not known is changed too, and a record is corrected only if each differing leaf is.
 */
export function changeOf(before: Content | null, after: Content | null, acts: readonly Written[]): RecordChange | null {
  const differences = differenceOf(before, after);
  if (before === null || after === null) {
    if (before === after) return null;
    const fields = differences.map((one) => ({ ...one, corrected: false }));
    return { change: before === null ? 'added' : 'removed', fields };
  }
  if (differences.length === 0) return null;
  const fields = differences.map((one) => ({ ...one, corrected: isCorrected(one.pointer, acts) }));
  return { change: fields.every((one) => one.corrected) ? 'corrected' : 'changed', fields };
}

function isCorrected(pointer: string, acts: readonly Written[]): boolean {
  const writing = acts.filter(({ pointers }) =>
    pointers.some((one) => one === pointer || pointer.startsWith(`${one}/`)),
  );
  return writing.length > 0 && writing.every(({ verb }) => verb === 'correct');
}

/** Lays a change on the state that it was drawn from, which gives the later one. On another state it gives what it may. */
export function applyChange(before: Content | null, { change, fields }: RecordChange): Content | null {
  return change === 'removed' ? null : laid(before, fields, 'after');
}

/** Takes a change back from the later state, which gives the earlier one. */
export function undoChange(after: Content | null, { change, fields }: RecordChange): Content | null {
  return change === 'added' ? null : laid(after, fields, 'before');
}

function laid(content: Content | null, fields: readonly Difference[], side: 'before' | 'after'): Content {
  const values = fields.map((field): [string, Json] => [field.pointer, field[side] ?? nothing(field, side)]);
  return applyFields(content ?? {}, new Map(values));
}

/** null where the leaf is null, the mark of removal where there is no leaf. */
const nothing = (field: Difference, side: 'before' | 'after'): Json => (side in field ? null : REMOVED);
