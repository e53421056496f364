import { type Content, type Json, pointerToken } from '../entry.js';
import { type Fault } from '../errors.js';
import { readDate } from '../dates/index.js';
import { checkLeaf, shorten } from './check-leaf.js';
import { isRecordId } from './ids.js';
import { type Lookup } from './lookup.js';
import { type Leaf, type Member, type Shape, TEXT } from './shape.js';
import { CITED, type ContentType, SHAPES } from './shapes.js';

const MAX_CITATIONS = 100;

/**
 * Every fault of a record's content at once, with JSON pointers into it: unknown and missing members, wrong types, texts
 * over their length, terms outside their vocabulary, dates that are none, references to nothing, statements without citation.
 */
export function checkContent(type: ContentType, content: Content, look: Lookup): Fault[] {
  return checkGroup(SHAPES[type], content, '', CITED.has(type), look);
}

/** `cited` is undefined where nothing can be cited: citations are no field there. */
function checkGroup(shape: Shape, content: Content, at: string, cited: boolean | undefined, look: Lookup): Fault[] {
  const faults: Fault[] = [];
  for (const name of Object.keys(content)) {
    if ((name === 'citations' && cited !== undefined) || Object.hasOwn(shape, name)) continue;
    const pointer = `${at}/${pointerToken(name)}`;
    faults.push({ pointer, code: 'unknown-field', detail: `There is no field ${shorten(name)} here.` });
  }
  for (const [name, member] of Object.entries(shape)) {
    const value = content[name];
    if (value === undefined) {
      if (!member.optional)
        faults.push({ pointer: `${at}/${name}`, code: 'missing', detail: `${name} has to be given.` });
    } else if (value !== null) faults.push(...checkMember(member, value, `${at}/${name}`, content, look));
    else if (!member.nullable)
      faults.push({ pointer: `${at}/${name}`, code: 'wrong-type', detail: `${name} can't be null.` });
    else if (member.leaf?.is === 'date' && member.leaf.intervals && content.extent !== undefined)
      faults.push({
        pointer: `${at}/extent`,
        code: 'contradiction',
        detail: 'An extent stands only beside an interval.',
      });
  }
  return cited === undefined ? faults : [...faults, ...checkCitations(content.citations, at, cited, look)];
}

function checkMember(member: Member, value: Json, at: string, beside: Content, look: Lookup): Fault[] {
  if (member.group) {
    if (!isGroup(value)) return [{ pointer: at, code: 'wrong-type', detail: 'This is a group of fields.' }];
    return checkGroup(member.group, value, at, isCited(member, value), look);
  }
  if (member.items) {
    const shape = member.items;
    if (!isGroup(value)) return [{ pointer: at, code: 'wrong-type', detail: 'This is a list.' }];
    return Object.entries(value).flatMap(([name, item]) => {
      const here = `${at}/${pointerToken(name)}`;
      // The steps that a late one amends go by the ids that they have.
      if (!isOrdinal(name) && !isRecordId(name)) return [noOrdinal(here)];
      if (!isGroup(item)) return [{ pointer: here, code: 'wrong-type', detail: 'Each item is a group of fields.' }];
      return checkGroup(shape, item, here, isCited(member, item), look);
    });
  }
  const leaf = member.leaf!;
  return leaf.is === 'date' ? checkDate(leaf, value, at, beside) : checkLeaf(leaf, value, at, look);
}

function checkDate(leaf: Leaf & { is: 'date' }, value: Json, at: string, beside: Content): Fault[] {
  if (typeof value !== 'string') return [{ pointer: at, code: 'wrong-type', detail: 'A date is an EDTF text.' }];
  if (!leaf.intervals && value.includes('/'))
    return [{ pointer: at, code: 'not-a-date', detail: 'This date is a day, a month or a year, no interval.' }];
  const extent = leaf.intervals ? beside.extent : undefined;
  return readDate(value, extent as string | undefined, at).faults ?? [];
}

function checkCitations(citations: Json | undefined, at: string, cited: boolean, look: Lookup): Fault[] {
  const pointer = `${at}/citations`;
  const given = isGroup(citations) ? Object.entries(citations) : [];
  if (citations !== undefined && !isGroup(citations))
    return [{ pointer, code: 'wrong-type', detail: 'Citations are a list.' }];
  if (cited && given.length === 0)
    return [{ pointer, code: 'uncited', detail: 'Nothing is stated without a citation: name at least one source.' }];
  if (given.length > MAX_CITATIONS)
    return [{ pointer, code: 'too-long', detail: `At most ${MAX_CITATIONS} citations in one act.` }];
  return given.flatMap(([name, citation]) => {
    const here = `${pointer}/${pointerToken(name)}`;
    if (!isOrdinal(name)) return [noOrdinal(here)];
    if (!isGroup(citation)) return [{ pointer: here, code: 'wrong-type', detail: 'A citation names a source.' }];
    const faults = checkGroup(CITATION, citation, here, undefined, look);
    if (faults.length === 0 && look.classedAbove(citation.source as string))
      faults.push({
        pointer: `${here}/source`,
        code: 'source-classed-above',
        detail: 'This source is classed above the record that would cite it.',
      });
    return faults;
  });
}

/** An ordinal is stored as a number: `01` would be the same one as `1`, and a word would be none. */
const isOrdinal = (name: string): boolean => /^[1-9]\d{0,8}$/.test(name);

const noOrdinal = (pointer: string): Fault => ({
  pointer,
  code: 'unknown-field',
  detail: 'The items of a list are numbered from 1.',
});

const CITATION: Shape = {
  source: { leaf: { is: 'record', type: 'source' } },
  locator: { leaf: { is: 'text', max: TEXT.line }, optional: true },
  quote: { leaf: { is: 'text', max: TEXT.page }, optional: true },
};

const isGroup = (value: Json | undefined): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether this content has to be cited; undefined where it can't be. */
const isCited = (member: Member, content: Content): boolean | undefined =>
  typeof member.cited === 'function' ? member.cited(content) : member.cited;
