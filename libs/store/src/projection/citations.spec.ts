import { describe, expect, it } from '@jest/globals';
import { type Json, REMOVED } from '@zvit/domain';
import * as fc from 'fast-check';
import { itemsOf, partCitations } from './citations.js';

const parted = (fields: [string, Json][]) => {
  const { content, citations } = partCitations(new Map(fields));
  return { content: Object.fromEntries(content), citations };
};

describe('the fields of an entry', () => {
  it('part into content and citations, each with the path of what it stands for', () => {
    expect(
      parted([
        ['/title', 'A court'],
        ['/citations/1/source', 's1'],
        ['/citations/1/locator', 'p. 3'],
        ['/citations/12/source', 's2'],
        ['/acts/2/citations/1/source', 's3'],
        ['/acts/2/citations/1/quote', 'Whereas'],
        ['/acts/2/date', '2023'],
        ['/seat/citations/1/source', 's4'],
        ['/proposals/3/fulfilment/citations/1/source', 's5'],
      ]),
    ).toEqual({
      content: { '/title': 'A court', '/acts/2/date': '2023' },
      citations: [
        { path: '', n: 1, parts: { source: 's1', locator: 'p. 3' } },
        { path: '', n: 12, parts: { source: 's2' } },
        { path: '/acts/2', n: 1, parts: { source: 's3', quote: 'Whereas' } },
        { path: '/seat', n: 1, parts: { source: 's4' } },
        { path: '/proposals/3/fulfilment', n: 1, parts: { source: 's5' } },
      ],
    });
  });

  it('that are removed leave a citation without that part; one without a source is closed', () => {
    expect(
      parted([
        ['/citations/1/locator', REMOVED],
        ['/citations/1/source', REMOVED],
        ['/notes', REMOVED],
      ]),
    ).toEqual({ content: { '/notes': REMOVED }, citations: [{ path: '', n: 1, parts: {} }] });
  });

  it('come together for one citation wherever they stand among the others', () => {
    const { citations } = parted([
      ['/citations/1/locator', 'p. 3'],
      ['/acts/1/citations/1/source', 's2'],
      ['/citations/1/source', 's1'],
    ]);
    expect(citations).toEqual([
      { path: '', n: 1, parts: { locator: 'p. 3', source: 's1' } },
      { path: '/acts/1', n: 1, parts: { source: 's2' } },
    ]);
  });

  it.each([
    'reason',
    '/source',
    '/citations',
    '/citations/source',
    '/citations/first/source',
    '/citations/1/page',
    '/citations/1/source/deeper',
    '/not-citations/1/source',
    '/acts/1/citation/1/source',
  ])('that only look like a citation are content: %s', (name) => {
    expect(parted([[name, 'x']])).toEqual({ content: { [name]: 'x' }, citations: [] });
  });

  it('are all there afterwards, each in one of the two', () => {
    const somePath = fc.constantFrom(
      '',
      '/acts/1',
      '/acts/11',
      '/values/2',
      '/seat',
      '/proposals/1',
      '/proposals/1/seat',
    );
    const someValue = fc.oneof(fc.constant(REMOVED), fc.string({ minLength: 1 }));
    const someContent = fc.tuple(
      somePath.map((path) => `${path}/text`),
      someValue,
    );
    const somePart = fc
      .tuple(somePath, fc.integer({ min: 1, max: 12 }), fc.constantFrom('source', 'locator', 'quote'))
      .map(([path, n, part]) => `${path}/citations/${n}/${part}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(someContent, fc.tuple(somePart, someValue))), (list) => {
        const fields = new Map(list);
        const { content, citations } = partCitations(fields);
        const standing = citations.flatMap(({ path, n, parts }) =>
          Object.entries(parts).map(([part, value]): [string, Json] => [`${path}/citations/${n}/${part}`, value]),
        );
        const isPart = (name: string) => name.includes('/citations/');
        expect(new Map(standing)).toEqual(
          new Map([...fields].filter(([name, value]) => isPart(name) && value !== REMOVED)),
        );
        expect(content).toEqual(new Map([...fields].filter(([name]) => !isPart(name))));
        const touched = [...fields.keys()].filter(isPart).map((name) => name.slice(0, name.lastIndexOf('/')));
        expect(citations.map(({ path, n }) => `${path}/citations/${n}`)).toEqual([...new Set(touched)]);
      }),
    );
  });
});

describe('the items of a list that state something', () => {
  it('go by their pointers; of a list that is not there, there are none', () => {
    expect(itemsOf({ legalBases: { 1: { text: 'a' }, 4: { text: 'b' } } }, 'legalBases')).toEqual([
      '/legalBases/1',
      '/legalBases/4',
    ]);
    expect(itemsOf({}, 'legalBases')).toEqual([]);
  });
});
