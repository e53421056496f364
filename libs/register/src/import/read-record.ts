import { type Content, type FaultCode, type Json, type RecordType } from '@zvit/domain';
import { type Path } from './file-fault.js';
import { type Field, type Plan } from './plan.js';

/** The opaque id of a record by the data's own name for it; undefined where there is none. */
export type Refs = (type: RecordType, key: string) => string | undefined;

export type Blame = (path: Path, code: FaultCode, detail: string) => void;

/** A record as a file has it, turned into content. `where` leads from a JSON pointer into the content to the place in the file. */
export interface ReadRecord {
  readonly content: Content;
  readonly where: ReadonlyMap<string, Path>;
}

export const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads one record by its plan. What is of the wrong form is blamed and left out, so that the rest is read all the same. */
export function readRecord(plan: Plan, value: unknown, at: Path, refs: Refs, blame: Blame): ReadRecord {
  const where = new Map<string, Path>([['', at]]);
  const content = readGroup({ refs, blame, where }, plan, value, at, '');
  return { content, where };
}

interface Reader {
  readonly refs: Refs;
  readonly blame: Blame;
  readonly where: Map<string, Path>;
}

function readGroup(reader: Reader, plan: Plan, value: unknown, at: Path, pointer: string): Content {
  if (!isGroup(value)) {
    reader.blame(at, 'wrong-type', 'This is a group of fields.');
    return {};
  }
  for (const name of Object.keys(value))
    if (!plan.some((field) => field.yaml === name))
      reader.blame([...at, name], 'unknown-field', `There is no field ${name} here.`);
  const content: Record<string, Json> = {};
  for (const field of plan) {
    const path = [...at, field.yaml];
    const to = `${pointer}/${field.to ?? field.yaml}`;
    reader.where.set(to, path);
    const given = Object.hasOwn(value, field.yaml) ? value[field.yaml] : undefined;
    if (given === undefined) {
      if (!field.optional) reader.blame(path, 'missing', `${field.yaml} has to be given.`);
      continue;
    }
    const read = readField(reader, field, given, path, to);
    if (read !== undefined && field.to !== null) content[field.to] = read;
  }
  return content;
}

function readField(reader: Reader, field: Field, value: unknown, at: Path, pointer: string): Json | undefined {
  const { reads } = field;
  switch (reads.is) {
    case 'group':
      return readGroup(reader, reads.plan, value, at, pointer);
    case 'list':
      return numbered(reader, field, value, at, pointer, (item, path, to) =>
        readGroup(reader, reads.plan, item, path, to),
      );
    case 'sources':
      return numbered(reader, field, value, at, pointer, (item, path, to) => {
        reader.where.set(`${to}/source`, path);
        const source = scalar(reader, 'string', 'the name of a source', item, path);
        return source === undefined ? undefined : { source: reader.refs('source', source as string) ?? source };
      });
    case 'apart':
      numbered(reader, field, value, at, pointer, () => undefined);
      return undefined;
    case 'texts':
      if (!Array.isArray(value)) {
        reader.blame(at, 'wrong-type', 'This is a list of texts.');
        return;
      }
      value.forEach((_, index) => reader.where.set(`${pointer}/${index}`, [...at, index]));
      return value as Json;
    case 'flag':
      return scalar(reader, 'boolean', 'true or false', value, at);
    case 'number':
      return scalar(reader, 'number', 'a number', value, at);
    default:
      return readName(reader, field, value, at);
  }
}

/** Text, or the data's own name of a record; a name that is nobody's stays as it is, for the check of the content to speak of. */
function readName(reader: Reader, { reads }: Field, value: unknown, at: Path): Json | undefined {
  const name = value === null ? null : scalar(reader, 'string', 'a text; a date or a code stands in quotes', value, at);
  if (typeof name !== 'string') return name;
  if (reads.is === 'ref') return name === reads.or ? name : (reader.refs(reads.type, name) ?? name);
  if (reads.is !== 'party-or-name') return name;
  const party = reader.refs('party', name);
  if (party === undefined && /^(org-.*|[A-Z]{2})$/.test(name))
    reader.blame(at, 'unknown-reference', `There is no party ${name}.`);
  return party ?? name;
}

/** A list as content has it: items by their ordinals from 1. An empty one has no leaves; where it may be left out, it must be. */
function numbered(
  reader: Reader,
  field: Field,
  value: unknown,
  at: Path,
  pointer: string,
  read: (item: unknown, path: Path, pointer: string) => Json | undefined,
): Json | undefined {
  if (!Array.isArray(value)) {
    reader.blame(at, 'wrong-type', 'This is a list.');
    return;
  }
  if (value.length === 0) {
    if (field.optional) reader.blame(at, 'missing', 'A list that may be left out is not empty.');
    return undefined;
  }
  const items: Record<string, Json> = {};
  for (const [index, item] of value.entries()) {
    const to = `${pointer}/${index + 1}`;
    reader.where.set(to, [...at, index]);
    const one = read(item, [...at, index], to);
    if (one !== undefined) items[String(index + 1)] = one;
  }
  return items;
}

function scalar(reader: Reader, type: 'string' | 'boolean' | 'number', words: string, value: unknown, at: Path) {
  if (typeof value === type) return value as Json;
  if (value === null) return null;
  reader.blame(at, 'wrong-type', `This is ${words}.`);
  return undefined;
}
