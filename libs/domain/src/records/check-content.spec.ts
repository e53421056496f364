import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Content, type Json } from '../entry.js';
import { checkContent } from './check-content.js';
import { type Lookup } from './lookup.js';
import { type Leaf, type Member, type Shape } from './shape.js';
import { CITED, type ContentType, SHAPES } from './shapes.js';

const SOURCE = 's'.repeat(26);
const SECRET = 'x'.repeat(26);
const OTHER = 'p'.repeat(26);
const look: Lookup = {
  terms: (name) => new Set(name === 'interval_extents' ? ['within', 'throughout'] : ['a-term', 'status:<to>']),
  has: (type, id) => (type === 'source' ? [SOURCE, SECRET].includes(id) : id === OTHER),
  classedAbove: (id) => id === SECRET,
};
const types = Object.keys(SHAPES) as ContentType[];
const faults = (type: ContentType, content: Content) =>
  checkContent(type, content, look).map(({ pointer, code }) => `${pointer} ${code}`);

const CITATIONS = { 1: { source: SOURCE } };

/** A value that a leaf takes. */
function sampleLeaf(leaf: Leaf): Json {
  switch (leaf.is) {
    case 'text':
    case 'party-or-name':
      return 'x';
    case 'texts':
      return ['x'];
    case 'flag':
      return true;
    case 'whole':
      return leaf.max;
    case 'number':
      return 1.5;
    case 'date':
      return '2023-07';
    case 'one-of':
      return leaf.values[0]!;
    case 'term':
      return 'a-term';
    case 'record':
      return leaf.type === 'source' ? SOURCE : OTHER;
  }
}

function sampleMember({ leaf, group, items, cited }: Member): Json {
  if (leaf) return sampleLeaf(leaf);
  const inner = { ...sample(group ?? items!), ...(cited === undefined ? {} : { citations: CITATIONS }) };
  return items ? { 1: inner, 7: inner } : inner;
}

/** Content with every member that a shape has; no extent, since its dates are days and months. */
const sample = (shape: Shape): Content =>
  Object.fromEntries(
    Object.entries(shape).flatMap(([name, member]) => (name === 'extent' ? [] : [[name, sampleMember(member)]])),
  );
const whole = (type: ContentType): Content => ({
  ...sample(SHAPES[type]),
  ...(CITED.has(type) ? { citations: CITATIONS } : {}),
});

/** Each member of a record with its pointer; of lists, in the item 7. */
const placesOf = (shape: Shape, at = ''): { at: string; member: Member }[] =>
  Object.entries(shape).flatMap(([name, member]) => [
    ...(name === 'extent' ? [] : [{ at: `${at}/${name}`, member }]),
    ...placesOf(member.group ?? {}, `${at}/${name}`),
    ...placesOf(member.items ?? {}, `${at}/${name}/7`),
  ]);

/** The content with another value at a pointer; with undefined, without what stands there. */
function planted(content: Content, pointer: string, value: Json | undefined): Content {
  const copy = JSON.parse(JSON.stringify(content)) as Content;
  const path = pointer.split('/').slice(1);
  const last = path.pop()!.replaceAll('~1', '/').replaceAll('~0', '~');
  const place = path.reduce<Content | null | undefined>((group, name) => group?.[name] as Content | undefined, copy);
  if (place) Object.defineProperty(place, last, { value, enumerable: value !== undefined, configurable: true });
  return copy;
}

const without = (content: Content, pointer: string): Content => planted(content, pointer, undefined);

const places = types.flatMap((type) => placesOf(SHAPES[type]).map((place) => ({ type, ...place })));

describe('content', () => {
  it.each(types)('of a %s is taken with all that it may have, and with no more than it must have', (type) => {
    expect(faults(type, whole(type))).toEqual([]);
    const spare = placesOf(SHAPES[type]).filter(({ member }) => member.optional);
    expect(
      faults(
        type,
        spare.reduce((content, { at }) => without(content, at), whole(type)),
      ),
    ).toEqual([]);
    const unknown = placesOf(SHAPES[type]).filter(({ member }) => member.nullable);
    expect(
      faults(
        type,
        unknown.reduce((content, { at }) => planted(content, at, null), whole(type)),
      ),
    ).toEqual([]);
  });

  it('that lacks a member is told so, unless the member may be left out', () => {
    for (const { type, at, member } of places)
      expect([type, faults(type, without(whole(type), at))]).toEqual([type, member.optional ? [] : [`${at} missing`]]);
  });

  it('that is null where nothing may be unknown is told so', () => {
    for (const { type, at, member } of places)
      expect([type, faults(type, planted(whole(type), at, null))]).toEqual([
        type,
        member.nullable ? [] : [`${at} wrong-type`],
      ]);
  });

  it('of the wrong type is told so at the member, and nowhere else', () => {
    for (const { type, at, member } of places) {
      const wrong: Json[] = [['x', 1], 'x', 7, false, { a: 1 }];
      const taken = (value: Json) => {
        if (!member.leaf) return typeof value === 'object' && !Array.isArray(value);
        if (member.leaf.is === 'texts') return Array.isArray(value);
        if (member.leaf.is === 'flag') return typeof value === 'boolean';
        return typeof value === (['whole', 'number'].includes(member.leaf.is) ? 'number' : 'string');
      };
      for (const value of wrong.filter((one) => !taken(one)))
        expect([type, value, faults(type, planted(whole(type), at, value))]).toEqual([
          type,
          value,
          [`${at} wrong-type`],
        ]);
    }
  });

  it('with a field that nobody knows is told so in every group, by a pointer that finds it', () => {
    const groups = places
      .filter(({ member }) => !member.leaf)
      .map(({ type, at, member }) => ({ type, at: member.items ? `${at}/7` : at }));
    for (const { type, at } of [...types.map((one) => ({ type: one, at: '' })), ...groups])
      for (const token of ['color', 'a~1b~0c', '__proto__', 'constructor', '']) {
        const content = planted(whole(type), `${at}/${token}`, 'x');
        expect([type, faults(type, content)]).toEqual([type, [`${at}/${token} unknown-field`]]);
      }
  });

  it('names every fault at once', () => {
    const content = {
      ...whole('event'),
      title: 'x'.repeat(301),
      description: 'a\0b',
      place: '\uD800',
      kind: 'party',
      date: '2023-02-30',
      mechanism: 'nobody',
      verified: 'yes',
      notes: ' ',
      color: 'red',
      citations: { 1: { source: 'nothing' }, 2: { source: SECRET, quote: '' }, 3: { source: SECRET }, 4: {} },
    };
    expect(faults('event', content).sort()).toEqual([
      '/citations/1/source unknown-reference',
      '/citations/2/quote missing',
      '/citations/3/source source-classed-above',
      '/citations/4/source missing',
      '/color unknown-field',
      '/date not-a-date',
      '/description forbidden-text',
      '/kind not-in-vocabulary',
      '/mechanism unknown-reference',
      '/notes missing',
      '/place forbidden-text',
      '/title too-long',
      '/verified wrong-type',
    ]);
  });
});

describe('dates in content', () => {
  it.each<[ContentType, Content, string[]]>([
    ['event', { date: '2022/2023', extent: 'within' }, []],
    ['event', { date: '2022/2023' }, ['/date extent-missing']],
    ['event', { date: '2023/2022', extent: 'within' }, ['/date end-before-begin']],
    ['event', { date: '2023', extent: 'within' }, ['/date contradiction']],
    ['event', { date: null, extent: 'within' }, ['/extent contradiction']],
    ['event', { date: '2022/2023', extent: 'about' }, ['/date not-in-vocabulary', '/extent not-in-vocabulary']],
    ['event', { date: '2022/2023', extent: { within: 1 } }, ['/date not-in-vocabulary', '/extent wrong-type']],
    ['event', { date: '23 July' }, ['/date not-a-date']],
    ['mission', { period: '2023-05/' }, []],
    ['condition', { setOn: '2022/2023' }, ['/setOn not-a-date']],
    ['condition', { setOn: '2023-02-30' }, ['/setOn not-a-date']],
    ['condition', { setOn: null }, []],
    [
      'participation',
      { acts: { 2: { act: 'a-term', date: '2022/2023', citations: CITATIONS } } },
      ['/acts/2/date extent-missing'],
    ],
  ])('of a %s: %j', (type, content, expected) => {
    expect(faults(type, { ...whole(type), ...content })).toEqual(expected);
  });
});

describe('citations', () => {
  const cite = (count: number): Content =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [String(index + 1), { source: SOURCE }]));

  it.each(types)('of a %s stand where it states something', (type) => {
    const { citations: _, ...uncited } = whole(type);
    expect(faults(type, uncited)).toEqual(CITED.has(type) ? ['/citations uncited'] : []);
    expect(faults(type, { ...uncited, citations: {} })).toEqual(CITED.has(type) ? ['/citations uncited'] : []);
    expect(faults(type, { ...uncited, citations: CITATIONS })).toEqual([]);
  });

  it('stand with each statement within a record, and with no other group', () => {
    const groups = places.filter(({ member }) => !member.leaf);
    for (const { type, at, member } of groups) {
      const here = member.items ? `${at}/7` : at;
      const bare = without(whole(type), `${here}/citations`);
      if (member.cited !== undefined) expect([type, faults(type, bare)]).toEqual([type, [`${here}/citations uncited`]]);
      else
        expect([type, faults(type, planted(bare, `${here}/citations`, CITATIONS))]).toEqual([
          type,
          [`${here}/citations unknown-field`],
        ]);
    }
  });

  it('may be missing where content that could state something does not', () => {
    const seat = { place: null, country: null };
    expect(faults('mechanism', { ...whole('mechanism'), seat })).toEqual([]);
    expect(faults('transition', { ...whole('transition'), fulfilment: { conditions: ['met'] } })).toEqual([]);
  });

  it.each<[string, Json, string[]]>([
    ['that are a list', [SOURCE], ['/citations wrong-type']],
    ['that are a text', SOURCE, ['/citations wrong-type']],
    ['that are null', null, ['/citations wrong-type']],
    ['of which one is a text', { 1: SOURCE }, ['/citations/1 wrong-type']],
    ['of which one is null', { 1: null }, ['/citations/1 wrong-type']],
    ['that cite a number', { 1: { source: 1 } }, ['/citations/1/source wrong-type']],
    ['with a locator too long', { 1: { source: SOURCE, locator: 'x'.repeat(301) } }, ['/citations/1/locator too-long']],
    ['with a page number', { 1: { source: SOURCE, page: 3 } }, ['/citations/1/page unknown-field']],
    ['of citations', { 1: { source: SOURCE, citations: CITATIONS } }, ['/citations/1/citations unknown-field']],
    ['of a source classed above', { 4: { source: SECRET } }, ['/citations/4/source source-classed-above']],
    ['a hundred of them', cite(100), []],
    ['a hundred and one', cite(101), ['/citations too-long']],
  ])('%s', (_, citations, expected) => {
    expect(faults('event', { ...whole('event'), citations })).toEqual(expected);
  });

  it('and items of lists are numbered from 1, as they are stored', () => {
    for (const name of ['0', '01', '-1', '1.5', '1e3', '1000000000', 'first', '', 'a/b', '__proto__', ' 1']) {
      const token = name.replaceAll('/', '~1');
      const citations = Object.fromEntries([[name, { source: SOURCE }]]);
      expect(faults('event', { ...whole('event'), citations })).toEqual([`/citations/${token} unknown-field`]);
      const terms = Object.fromEntries([[name, { id: 'x' }]]);
      expect(faults('vocabulary', { terms })).toEqual([`/terms/${token} unknown-field`]);
    }
    expect(faults('vocabulary', { terms: { 999999999: { id: 'x' } } })).toEqual([]);
    expect(faults('vocabulary', { terms: { 1: 'x', 2: ['x'], 3: null } })).toEqual([
      '/terms/1 wrong-type',
      '/terms/2 wrong-type',
      '/terms/3 wrong-type',
    ]);
    // The steps that a late one amends go by their ids.
    expect(faults('transition', { ...whole('transition'), amends: { [OTHER]: { from: null } } })).toEqual([]);
  });
});

describe('absurd content', () => {
  const someType = fc.constantFrom(...types);
  const anything = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
  const someName = fc.oneof(
    fc.constantFrom('citations', 'names', 'acts', 'seat', 'extent', 'date', '__proto__', '1'),
    fc.string(),
  );

  it('is refused in pointers and codes, never by throwing', () => {
    fc.assert(
      fc.property(someType, fc.array(fc.tuple(someName, anything)), (type, members) => {
        const content: Content = Object.fromEntries<Json>(members);
        for (const { pointer, detail } of checkContent(type, content, look)) {
          expect(pointer[0]).toBe('/');
          expect(detail.length).toBeLessThan(300);
        }
      }),
    );
  });

  it('in the place of any member is refused at that place or below it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, ({ type, at }, value) => {
        const beyond = faults(type, planted(whole(type), at, value)).filter((fault) => !fault.startsWith(at));
        expect(beyond).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('may nest without end', () => {
    const deep = (inner: Json): Json => {
      let value = inner;
      for (let level = 0; level < 100_000; level += 1) value = { 1: value, citations: value, source: value };
      return value;
    };
    const content = { ...whole('event'), citations: deep(1), title: deep('x'), color: deep(null) };
    const found = faults('event', content);
    expect(found).toEqual(expect.arrayContaining(['/color unknown-field', '/title wrong-type']));
    expect(found.some((one) => one.startsWith('/citations'))).toBe(true);
  });
});
