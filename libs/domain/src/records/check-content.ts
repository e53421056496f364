import { type Content, type Json, pointerToken } from '../entry.js';
import { type Fault } from '../errors.js';
import { readDate } from '../dates/index.js';
import { checkLeaf } from './check-leaf.js';
import { isRecordId } from './ids.js';
import { type Lookup } from './lookup.js';
import { type Member, type Shape, TEXT } from './shape.js';
import { CITED, type ContentType, SHAPES } from './shapes.js';

const MAX_CITATIONS = 100;

/**
 * Every fault of a record's content at once, with JSON pointers into it: unknown and missing members, wrong types, texts
 * over their length, terms outside their vocabulary, dates that are none, references to nothing, statements without citation.
 */
export function checkContent(type: ContentType, content: Content, look: Lookup): Fault[] {
  return checkGroup(SHAPES[type], content, '', CITED.has(type), look);
}

function checkGroup(shape: Shape, content: Content, at: string, cited: boolean, look: Lookup): Fault[] {
  const faults: Fault[] = [];
  for (const name of Object.keys(content)) {
    if (name === 'citations' || Object.hasOwn(shape, name)) continue;
    faults.push({ pointer: `${at}/${name}`, code: 'unknown-field', detail: `There is no field ${name} here.` });
  }
  for (const [name, member] of Object.entries(shape)) {
    const value = content[name];
    if (value === undefined) {
      if (!member.optional)
        faults.push({ pointer: `${at}/${name}`, code: 'missing', detail: `${name} has to be given.` });
    } else if (value !== null) faults.push(...checkMember(member, value, `${at}/${name}`, content, look));
    else if (!member.nullable)
      faults.push({ pointer: `${at}/${name}`, code: 'wrong-type', detail: `${name} can't be null.` });
  }
  faults.push(...checkCitations(content.citations, at, cited, look));
  return faults;
}

function checkMember(member: Member, value: Json, at: string, beside: Content, look: Lookup): Fault[] {
  if (member.group) {
    if (!isGroup(value)) return [{ pointer: at, code: 'wrong-type', detail: 'This is a group of fields.' }];
    return checkGroup(member.group, value, at, isCited(member, value), look);
  }
  if (member.items) {
    if (!isGroup(value)) return [{ pointer: at, code: 'wrong-type', detail: 'This is a list.' }];
    return Object.entries(value).flatMap(([ordinal, item]) =>
      isGroup(item)
        ? checkGroup(member.items!, item, `${at}/${ordinal}`, isCited(member, item), look)
        : [{ pointer: `${at}/${ordinal}`, code: 'wrong-type' as const, detail: 'Each item is a group of fields.' }],
    );
  }
  const leaf = member.leaf!;
  if (leaf.is !== 'date') return checkLeaf(leaf, value, at, look);
  if (typeof value !== 'string') return [{ pointer: at, code: 'wrong-type', detail: 'A date is an EDTF text.' }];
  const extent = leaf.intervals ? beside.extent : undefined;
  const read = readDate(value, extent as 'within' | 'throughout' | undefined, at);
  const faults = [...(read.faults ?? [])];
  if (!leaf.intervals && value.includes('/'))
    faults.push({ pointer: at, code: 'not-a-date', detail: 'This date is a day, a month or a year, no interval.' });
  return faults;
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
  return given.flatMap(([ordinal, citation]) => {
    const here = `${pointer}/${ordinal}`;
    if (!isGroup(citation))
      return [{ pointer: here, code: 'wrong-type' as const, detail: 'A citation names a source.' }];
    const faults = checkGroup(CITATION, citation, here, false, look);
    if (faults.length === 0 && look.classedAbove(citation.source as string))
      faults.push({
        pointer: `${here}/source`,
        code: 'source-classed-above',
        detail: 'This source is classed above the record that would cite it.',
      });
    return faults;
  });
}

const CITATION: Shape = {
  source: { leaf: { is: 'record', type: 'source' } },
  locator: { leaf: { is: 'text', max: TEXT.line }, optional: true },
  quote: { leaf: { is: 'text', max: TEXT.page }, optional: true },
};

const isGroup = (value: Json | undefined): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCited = (member: Member, content: Content): boolean =>
  typeof member.cited === 'function' ? member.cited(content) : (member.cited ?? false);
