import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Member, type Shape, TEXT } from './shape.js';
import { CITED, type ContentType, SHAPES } from './shapes.js';
import { RECORD_TYPES } from './record-type.js';

const types = Object.keys(SHAPES) as ContentType[];

/** Every member of every record, with the way to it and the group it stands in; items by `*`. */
function membersOf(shape: Shape, at: string): { at: string; name: string; member: Member; beside: Shape }[] {
  return Object.entries(shape).flatMap(([name, member]) => {
    const here = { at: `${at}/${name}`, name, member, beside: shape };
    const inner = member.group ?? member.items;
    return [here, ...(inner ? membersOf(inner, `${here.at}${member.items ? '/*' : ''}`) : [])];
  });
}

const members = types.flatMap((type) => membersOf(SHAPES[type], type));
const leaves = members.flatMap(({ at, member: { leaf } }) => (leaf ? [{ at, leaf }] : []));
const at = (found: readonly { at: string }[]) => found.map((one) => one.at);

describe('the shapes of records', () => {
  it('are of known types; proposals, batches and exports are no content', () => {
    expect(RECORD_TYPES.filter((type) => !(types as string[]).includes(type))).toEqual(['proposal', 'batch', 'export']);
    expect(types.filter((type) => !RECORD_TYPES.includes(type))).toEqual([]);
  });

  it('have members that are a leaf, a group or a list, and one of these alone', () => {
    const kinds = ({ leaf, group, items }: Member) => [leaf, group, items].filter(Boolean).length;
    expect(at(members.filter(({ member }) => kinds(member) !== 1))).toEqual([]);
  });

  it('have names that pointers and objects carry unchanged, and none that citations need', () => {
    const odd = members.filter(({ name }) => !/^[a-z][a-zA-Z]*$/.test(name) || name in {} || name === 'citations');
    expect(at(odd)).toEqual([]);
  });

  it('let every record bear its name in the data, its class, its language and its order', () => {
    for (const type of types)
      for (const name of ['key', 'class', 'lang', 'order'])
        expect([type, name, (SHAPES[type] as Shape)[name]?.optional]).toEqual([type, name, true]);
  });

  it('refer to records that there are, and to vocabularies that the data has', () => {
    const data = parse(readFileSync('data/reference/lifecycles.yaml', 'utf8')) as { vocabularies: object };
    const unknown = leaves.filter(
      ({ leaf }) =>
        (leaf.is === 'record' && !RECORD_TYPES.includes(leaf.type)) ||
        (leaf.is === 'term' && !Object.hasOwn(data.vocabularies, leaf.vocabulary)),
    );
    expect(at(unknown)).toEqual([]);
    expect(leaves.filter(({ leaf }) => leaf.is === 'term').length).toBeGreaterThan(15);
  });

  it('bound every text and every number', () => {
    const unbound = leaves.filter(
      ({ leaf }) =>
        ((leaf.is === 'text' || leaf.is === 'texts') && !(leaf.max > 0 && leaf.max <= TEXT.page)) ||
        (leaf.is === 'whole' && !(leaf.min < leaf.max && leaf.max <= 2 ** 31 - 1)) ||
        (leaf.is === 'one-of' && leaf.values.length === 0),
    );
    expect(at(unbound)).toEqual([]);
    expect(TEXT).toEqual({ line: 300, paragraph: 2_000, page: 20_000 });
  });

  it('have an extent beside each date that may be an interval, and one such date at most', () => {
    const isSpan = (member: Member) => member.leaf?.is === 'date' && member.leaf.intervals === true;
    const spans = members.filter(({ member }) => isSpan(member));
    expect(spans.length).toBeGreaterThan(5);
    for (const { at: here, beside } of spans) {
      expect([here, beside.extent?.leaf]).toEqual([here, { is: 'term', vocabulary: 'interval_extents' }]);
      expect([here, Object.values(beside).filter(isSpan).length]).toEqual([here, 1]);
    }
    const extents = members.filter(({ name, beside }) => name === 'extent' && !Object.values(beside).some(isSpan));
    expect(at(extents)).toEqual([]);
  });
});

describe('what needs a source', () => {
  it('is each record that states something; exempt are what the data exempts and what bears the citations within', () => {
    expect(types.filter((type) => CITED.has(type))).toEqual([
      'participation',
      'event',
      'transition',
      'condition',
      'mission',
      'track',
      'relation',
      'forecast',
      'figure',
    ]);
  });

  it('is each act, legal basis, seat, fulfilment, conflicting value and condition of support', () => {
    expect(at(members.filter(({ member }) => member.cited !== undefined))).toEqual([
      'mechanism/seat',
      'mechanism/legalBases',
      'participation/acts',
      'transition/fulfilment',
      'conflict/values',
      'lifecycle/supportConditions',
    ]);
  });

  it.each<[string, Member, object, boolean]>([
    ['a seat that names a place', SHAPES.mechanism.seat, { place: 'The Hague', country: null }, true],
    ['a seat that names a country', SHAPES.mechanism.seat, { place: null, country: 'NL' }, true],
    ['a seat that names neither', SHAPES.mechanism.seat, { place: null, country: null }, false],
    ['a fulfilment in words', SHAPES.transition.fulfilment, { text: 'Ratified by 16 states.' }, true],
    ['a fulfilment that names conditions met', SHAPES.transition.fulfilment, { conditions: ['x'] }, false],
  ])('tells %s', (_, member, content, cited) => {
    expect(typeof member.cited === 'function' && member.cited(content as Record<string, unknown>)).toBe(cited);
  });
});
