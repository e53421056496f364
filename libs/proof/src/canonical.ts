import canonicalize from 'canonicalize';
import { ProofError } from './errors.js';

/** A value of RFC 8259 JSON. Numbers are IEEE 754 doubles: whole numbers from 2^53 on belong in a string. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Deeper nesting than any record has, and far from where recursion would exhaust the stack. */
const MAX_DEPTH = 500;
// With the `u` flag a pair is one character, so only a surrogate without its other half matches.
const loneSurrogate = /\p{Surrogate}/u;

/**
 * The canonical text of a value (RFC 8785, JSON Canonicalization Scheme): no white space, members sorted by the UTF-16
 * units of their names, numbers as ECMAScript writes them (-0 as `0`).
 *
 * JSON libraries leave out or replace what JSON cannot say, and then a hash covers less than was meant. Here all of that
 * is refused: undefined, NaN, Infinity, BigInt, functions, symbols, lone surrogates, holes and extra members of arrays,
 * hidden members, objects with toJSON, instances of classes (Date, Map, Buffer), circles, more than 500 levels. The value
 * is read once, so an object that answers differently the second time cannot slip past the check.
 *
 * @throws ProofError `not-json`
 */
export function canonicalJson(value: unknown): string {
  return canonicalize(plainCopy(value, '', new Set())) as string;
}

/** The UTF-8 bytes of {@link canonicalJson}: what is hashed and stored. Throws as it does. */
export function canonicalBytes(value: unknown): Buffer {
  return Buffer.from(canonicalJson(value), 'utf8');
}

/**
 * Whether a text is already canonical: parsed and written again it is the same text, unit by unit. Members named twice,
 * numbers that JSON.parse rounds and whatever is no JSON all answer false. Never throws.
 */
export function isCanonical(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

function plainCopy(value: unknown, path: string, open: Set<object>): Json {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : refuse(path, String(value));
    case 'string':
      return loneSurrogate.test(value) ? refuse(path, 'a lone surrogate') : value;
    case 'object':
      return value === null ? null : copyOfObject(value, path, open);
    default:
      return refuse(path, typeof value);
  }
}

function copyOfObject(value: object, path: string, open: Set<object>): Json {
  if (open.has(value)) refuse(path, 'a circle');
  if (open.size === MAX_DEPTH) refuse(path, `more than ${MAX_DEPTH} levels`);
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') refuse(path, 'an object with toJSON');
  open.add(value);
  const copy = Array.isArray(value) ? copyOfArray(value, path, open) : copyOfMembers(value, path, open);
  open.delete(value);
  return copy;
}

function copyOfArray(value: unknown[], path: string, open: Set<object>): Json {
  // Its own keys are the indexes and "length". A hole reads as undefined and is refused there.
  if (Reflect.ownKeys(value).length > value.length + 1) refuse(path, 'an array with members beside its elements');
  return Array.from({ length: value.length }, (_, at) => plainCopy(value[at], `${path}/${at}`, open));
}

function copyOfMembers(value: object, path: string, open: Set<object>): Json {
  // The root prototype is asked for by its form, not by name: a parsed value may come from another realm.
  const parent: unknown = Object.getPrototypeOf(value);
  if (parent !== null && Object.getPrototypeOf(parent) !== null) refuse(path, 'an instance of a class');
  const names = Object.keys(value);
  if (Reflect.ownKeys(value).length > names.length) refuse(path, 'an object with hidden members');
  // Without a prototype "__proto__" is a name as any other.
  const copy = Object.create(null) as Record<string, Json>;
  for (const name of names) {
    if (loneSurrogate.test(name)) refuse(path, 'a lone surrogate in the name of a member');
    copy[name] = plainCopy((value as Record<string, unknown>)[name], `${path}/${name}`, open);
  }
  return copy;
}

function refuse(path: string, what: string): never {
  throw new ProofError('not-json', `${path || '/'}: ${what} has no canonical JSON`);
}
