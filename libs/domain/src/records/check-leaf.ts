import { type Json } from '../entry.js';
import { type Fault, type FaultCode } from '../errors.js';
import { type Lookup } from './lookup.js';
import { type Leaf } from './shape.js';

/** The faults of one leaf that is no date; `at` is its JSON pointer. */
export function checkLeaf(leaf: Exclude<Leaf, { is: 'date' }>, value: Json, at: string, look: Lookup): Fault[] {
  const fault = (code: FaultCode, detail: string): Fault[] => [{ pointer: at, code, detail }];
  switch (leaf.is) {
    case 'flag':
      return typeof value === 'boolean' ? [] : fault('wrong-type', 'This is true or false.');
    case 'whole':
      return typeof value === 'number' && Number.isInteger(value) && value >= leaf.min && value <= leaf.max
        ? []
        : fault('wrong-type', `This is a whole number from ${leaf.min} to ${leaf.max}.`);
    case 'number':
      return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER
        ? []
        : fault('wrong-type', 'This is a number.');
    case 'texts':
      if (!Array.isArray(value)) return fault('wrong-type', 'This is a list of texts.');
      return value.flatMap((item: Json, index) => checkText(item, leaf.max, `${at}/${index}`));
    case 'text':
      return checkText(value, leaf.max, at);
    case 'party-or-name':
      return checkText(value, 300, at);
  }
  if (typeof value !== 'string') return fault('wrong-type', 'This is a text.');
  if (leaf.is === 'one-of')
    return leaf.values.includes(value) ? [] : fault('not-in-vocabulary', `One of: ${leaf.values.join(', ')}.`);
  if (leaf.is === 'term') {
    const terms = look.terms(leaf.vocabulary);
    if (!terms || terms.has(value) || hasPattern(terms, value)) return [];
    return fault('not-in-vocabulary', `${shorten(value)} is not among the ${leaf.vocabulary}.`);
  }
  if (leaf.or?.includes(value)) return [];
  return look.has(leaf.type, value) ? [] : fault('unknown-reference', `There is no ${leaf.type} ${shorten(value)}.`);
}

/** Text of at most `max` UTF-16 units, without NUL, other controls than line ends and tabs, or lone surrogates. */
export function checkText(value: Json, max: number, pointer: string): Fault[] {
  if (typeof value !== 'string') return [{ pointer, code: 'wrong-type', detail: 'This is a text.' }];
  const faults: Fault[] = [];
  if (value.trim() === '') faults.push({ pointer, code: 'missing', detail: 'This text is empty.' });
  if (value.length > max)
    faults.push({ pointer, code: 'too-long', detail: `At most ${max} characters; these are ${value.length}.` });
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/.test(value) || !isWellFormed(value))
    faults.push({ pointer, code: 'forbidden-text', detail: 'This text holds control characters or broken Unicode.' });
  return faults;
}

/** Whether a text is well-formed UTF-16: no lone surrogates. */
export const isWellFormed = (value: string): boolean => !/\p{Surrogate}/u.test(value);

/** A term such as `status:<to>` stands for every text with that beginning. */
const hasPattern = (terms: ReadonlySet<string>, value: string): boolean =>
  [...terms].some((term) => term.endsWith('>') && value.startsWith(term.slice(0, term.indexOf('<'))));

/** The beginning of what somebody sent, for a sentence about it: at most 81 units, and well-formed. */
export const shorten = (value: string): string =>
  (value.length > 80 ? `${value.slice(0, 80)}…` : value).replace(/\p{Surrogate}/gu, '');
