import { type Content, type Json } from '@zvit/domain';
import { isGroup } from './read-record.js';

/** What a record has from its life in Zvit and no file speaks of; an import leaves it as it is. */
export const OWN = ['key', 'class', 'lang', 'order', 'orderKey', 'imported', 'amends'];

/** What follows from the place of a step in its chain, and from nothing else. */
const FOLLOWS = { transition: ['from'] } as Readonly<Record<string, readonly string[]>>;

/**
 * What a record says, in a form that is the same text whenever it says the same: lists without their ordinals, citations
 * as the set of their sources (a locator or a quote that a person added is no contradiction to a file that has none).
 */
export function saying(type: string, content: Content): string {
  const left = new Set([...OWN, ...(FOLLOWS[type] ?? [])]);
  return JSON.stringify(plain(Object.fromEntries(Object.entries(content).filter(([name]) => !left.has(name)))));
}

function plain(value: Json): Json {
  if (!isGroup(value)) return value;
  const names = Object.keys(value);
  if (names.length > 0 && names.every((name) => /^\d+$/.test(name))) return names.map((name) => plain(value[name]!));
  return Object.fromEntries(
    names.sort().map((name) => {
      const inner = value[name]!;
      return [name, name === 'citations' ? sourcesOf(inner as Content) : plain(inner)];
    }),
  );
}

const sourcesOf = (citations: Content): string[] =>
  [...new Set(Object.values(citations).map((one) => (one as { source: string }).source))].sort();

/** Content as the file wants it, over what stands: items keep their ordinals, citations their words, what is Zvit's own stays. */
export function laidOver(type: string, before: Content, wanted: Content): Content {
  const own = [...OWN, ...(FOLLOWS[type] ?? [])].filter((name) => before[name] !== undefined);
  return { ...mergeGroup(before, wanted), ...Object.fromEntries(own.map((name) => [name, before[name]!])) };
}

function mergeGroup(before: Content, wanted: Content): Content {
  return Object.fromEntries(
    Object.entries(wanted).map(([name, value]): [string, Json] => {
      const was = before[name];
      if (!isGroup(value) || !isGroup(was)) return [name, value];
      if (name === 'citations') return [name, mergeCitations(was, value)];
      const isList = Object.keys(value).every((ordinal) => /^\d+$/.test(ordinal));
      return [name, isList ? mergeItems(was, value) : mergeGroup(was, value)];
    }),
  );
}

/** The citations of the file; those of a source that is cited already stay word for word, however many they are. */
function mergeCitations(before: Content, wanted: Content): Content {
  const sourceOf = (citation: Json) => (citation as { source: string }).source;
  const kept = Object.entries(before).filter(([, one]) =>
    Object.values(wanted).some((other) => sourceOf(other) === sourceOf(one)),
  );
  const fresh = Object.values(wanted).filter((one) => !kept.some(([, other]) => sourceOf(other) === sourceOf(one)));
  const last = Math.max(0, ...Object.keys(before).map(Number));
  return Object.fromEntries([...kept, ...fresh.map((one, index): [string, Json] => [String(last + index + 1), one])]);
}

/** By what an item of a list is known again: its id, what it leads from and to, its words. */
function identity(item: Content): string {
  const { id, act, date, value, text, from, to } = item;
  return JSON.stringify(id ?? (to === undefined ? (act === undefined ? (value ?? text) : [act, date]) : [from, to]));
}

/**
 * Items in the order of the file. One that stands keeps its ordinal, also when it was reworded at its place; after the first new
 * one all get fresh ordinals, since the order of the ordinals is that of the list.
 */
function mergeItems(before: Content, wanted: Content): Content {
  const standing = Object.entries(before as Record<string, Content>);
  const items = Object.values(wanted as Record<string, Content>);
  const merged: Record<string, Json> = {};
  let fresh = Math.max(0, ...standing.map(([ordinal]) => Number(ordinal)));
  let next = 0;
  let isNew = false;
  for (const [index, item] of items.entries()) {
    const known = standing.findIndex(([, other], place) => place >= next && identity(other) === identity(item));
    const rest = items.slice(index).map(identity);
    const reworded = known === -1 && next < standing.length && !rest.includes(identity(standing[next]![1]));
    const place = reworded ? next : known;
    if (isNew || place === -1) {
      isNew = true;
      merged[String((fresh += 1))] = item;
    } else {
      const [ordinal, was] = standing[place]!;
      merged[ordinal] = mergeGroup(was, item);
      next = place + 1;
    }
  }
  return merged;
}
