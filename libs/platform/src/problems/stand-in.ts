import { type ValidationError } from 'class-validator';

type Holder = Record<string, unknown>;

/**
 * A body as far as it can be judged further: unknown members gone, and for each member of another shape than expected something
 * harmless of the expected one. A member that is there stays there, so that no act takes it for one that was never sent.
 */
export function standIn(body: unknown, errors: readonly ValidationError[]): object {
  const copy: object = typeof body === 'object' && body !== null ? structuredClone(body) : {};
  for (const error of errors) replace(copy as Holder, error);
  return copy;
}

function replace(holder: Holder, { property, constraints = {}, children = [] }: ValidationError): void {
  const value = holder[property];
  if (Object.keys(constraints).length === 0) {
    for (const child of children) replace(value as Holder, child);
    return;
  }
  const whole = wholeOf(holder, value, constraints);
  if (whole === undefined) Reflect.deleteProperty(holder, property);
  else holder[property] = whole;
}

/**
 * An empty list costs nothing, however long the one was that was sent; an empty text is a fault wherever a text is wanted. In place
 * of a term of a closed list null stands: an empty extent would make a fault of the date beside it.
 */
function wholeOf(holder: Holder, value: unknown, broken: Readonly<Record<string, string>>): unknown {
  if ('whitelistValidation' in broken) return undefined;
  if (Array.isArray(holder)) return {};
  if ('isArray' in broken || (Array.isArray(value) && isOfItems(broken))) return [];
  if ('nestedValidation' in broken) return undefined;
  return 'isIn' in broken ? null : '';
}

/** Whether a rule is one of lists or of their items, not one of a text in whose place a list was sent. */
const isOfItems = (broken: Readonly<Record<string, string>>): boolean =>
  Object.entries(broken).some(([rule, sentence]) => rule.startsWith('array') || sentence.startsWith('each value in '));
