import { applyFields, changedFields, type Content, type Fields, isRemoval, type Json, toFields } from '@zvit/domain';

/** What a proposal would do to a field of its record: it comes, becomes another, or goes. */
export const FIELD_CHANGES = ['added', 'changed', 'removed'] as const;

/** One field that a proposal would make another. Null members: it was not there before, or is not there after. */
export interface ProposedChange {
  readonly pointer: string;
  readonly change: (typeof FIELD_CHANGES)[number];
  readonly before: Json;
  readonly after: Json;
}

const AMENDS = /^\/amends\/([^/]+)\/from$/;

/** The recorded steps to which a proposal would give another beginning, with that beginning. */
export const amendedSteps = (fields: Fields): [id: string, from: Json][] =>
  [...fields].flatMap(([pointer, from]): [string, Json][] => {
    const id = AMENDS.exec(pointer)?.[1];
    return id === undefined ? [] : [[id, from]];
  });

/** The record as it would read; `before` where it would be taken back. What a step amends is no part of the step. */
export function wouldRead(before: Content, fields: Fields): Content {
  const own = [...fields].filter(([pointer]) => !pointer.startsWith('/amends/'));
  return applyFields(withoutAmends(before), new Map(own));
}

/** Field by field what would change, those of other steps that a step amends at the end. */
export function proposedChanges(
  verb: string,
  before: Content,
  fields: Fields,
  beginningOf: (step: string) => Json,
): ProposedChange[] {
  const plain = withoutAmends(before);
  const was = toFields(plain);
  const own = [...changedFields(plain, verb === 'retract' ? {} : wouldRead(before, fields))].map(
    ([pointer, value]): ProposedChange => ({
      pointer,
      change: isRemoval(value) ? 'removed' : was.has(pointer) ? 'changed' : 'added',
      before: was.get(pointer) ?? null,
      after: isRemoval(value) ? null : value,
    }),
  );
  const others = amendedSteps(fields).map(([id, after]): ProposedChange => ({
    pointer: `/amends/${id}/from`,
    change: 'changed',
    before: beginningOf(id),
    after,
  }));
  return [...own, ...others];
}

const withoutAmends = (content: Content): Content =>
  Object.fromEntries(Object.entries(content).filter(([name]) => name !== 'amends'));
