import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { docstringFaults } from './docstrings.js';
import { contentFaults, countLines, doorFaults, isSpec, median, namingFaults, sizeFaults } from './house-rules.js';

const root = resolve(import.meta.dirname, '../..');
const skipped = /(^|\/)(node_modules|dist)(\/|$)/;

function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !skipped.test(path));
}

const files = ['apps', 'libs', 'test', '.ci'].flatMap(filesBelow);
const texts = new Map(
  files
    .filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);
/** These files hold the forbidden words, since they forbid them. */
const ofTheRules = /^test\/architecture\/(house-rules|house\.spec|closing-line\.spec)\.ts$/;

describe('the house as it stands', () => {
  it('names files and folders by what they hold', () => {
    expect([...texts.keys()].flatMap(namingFaults)).toEqual([]);
  });

  it('keeps files short enough to read', () => {
    expect([...texts].flatMap(([path, text]) => sizeFaults(path, text))).toEqual([]);
  });

  it('has files of one idea: the median is neither a crumb nor a chapter', () => {
    const sources = [...texts].filter(([path]) => /^(apps|libs)\//.test(path) && !isSpec(path));
    const middle = median(sources.map(([, text]) => countLines(text)));
    process.stdout.write(`${sources.length} source files, median ${middle} lines\n`);
    expect(middle).toBeGreaterThanOrEqual(30);
    expect(middle).toBeLessThanOrEqual(130);
  });

  it('has a door and a README in each lib', () => {
    const all = new Set(files);
    const libs = new Set(files.map((path) => /^libs\/[^/]+/.exec(path)?.[0]).filter((lib) => lib !== undefined));
    expect([...libs].flatMap((lib) => doorFaults(lib, all))).toEqual([]);
  });

  it('holds no word that goes around a rule', () => {
    const judged = [...texts].filter(([path]) => !ofTheRules.test(path));
    expect(judged.flatMap(([path, text]) => contentFaults(path, text))).toEqual([]);
  });

  it('describes each exported name of the pure rooms', () => {
    const pure = [...texts].filter(([path]) => /^libs\/(domain|proof)\//.test(path) && !isSpec(path));
    expect(pure.flatMap(([path, text]) => docstringFaults(path, text))).toEqual([]);
  });
});

describe('the rules can fail', () => {
  it.each([
    'libs/store/src/utils/x.ts',
    'libs/store/src/types.ts',
    'libs/common/src/index.ts',
    'libs/store/src/ledger.service.ts',
    'libs/store/src/export-manager.ts',
    'libs/store/src/Ledger.ts',
    'libs/store/src/known_at.ts',
    'libs/store/src/a.dto.entity.ts',
    'libs/store/src/a.d.ts',
  ])('on the name %s', (path) => {
    expect(namingFaults(path)).not.toEqual([]);
  });

  it.each([
    'libs/register/src/transitions/propose-transition.ts',
    'libs/register/src/timeline/timeline.reader.ts',
    'libs/domain/src/records/record-type.ts',
    'libs/store/src/base64.ts',
    'libs/store/src/migrations/0001-ledger.ts',
    'test/journeys/diplomat.e2e-spec.ts',
    '.ci/build.mjs',
  ])('and let the name %s pass', (path) => {
    expect(namingFaults(path)).toEqual([]);
  });

  it('on length, at the very line', () => {
    const lines = (count: number) => 'x\n'.repeat(count);
    expect(sizeFaults('libs/a/src/b.ts', lines(300))).toEqual([]);
    expect(sizeFaults('libs/a/src/b.ts', lines(301))).toEqual(['libs/a/src/b.ts: 301 lines, at most 300']);
    expect(sizeFaults('libs/a/src/b.spec.ts', lines(400))).toEqual([]);
    expect(sizeFaults('libs/a/src/b.spec.ts', lines(401))).toHaveLength(1);
    expect([median([]), median([3]), median([9, 1, 2]), median([1, 2, 4, 9])]).toEqual([0, 3, 2, 3]);
  });

  it.each([
    ['libs/a/src/b.ts', 'constructor(@InjectRepository(A) a: A) {}'],
    ['libs/a/src/b.ts', 'imports: [TypeOrmModule.forFeature([A])]'],
    ['apps/api/src/b.ts', 'forwardRef(() => A)'],
    ['apps/api/src/b.ts', 'private readonly ref: ModuleRef'],
    ['test/a.spec.ts', `it.skip('x', () => {})`],
    ['test/a.spec.ts', `describe.only('x', () => {})`],
    ['test/a.spec.ts', `it.todo('x')`],
    ['test/a.spec.ts', `xit('x', () => {})`],
    ['test/a.spec.ts', `jest.mock('./b.js')`],
    ['libs/a/src/b.ts', '// TODO later'],
    ['libs/a/src/b.ts', `const file = '/home/anna/zvit/x';`],
    ['libs/a/src/b.ts', String.raw`const file = 'C:\Users\anna';`],
  ])('on the words of %s: %s', (path, text) => {
    expect(contentFaults(path, `\n${text}\n`)).toEqual([expect.stringContaining(`${path}:2: `)]);
  });

  it('and let ordinary words pass', () => {
    const text = `GET https://zvit.example/work/1\nit('x', () => {});\nconst todo = 'xylophone';\n// a list of work/root items\n`;
    expect(contentFaults('test/a.spec.ts', text)).toEqual([]);
  });

  it('on a lib without door or README', () => {
    expect(doorFaults('libs/a', new Set(['libs/a/src/b.ts']))).toEqual([
      'libs/a has no src/index.ts',
      'libs/a has no README.md',
    ]);
    expect(doorFaults('libs/a', new Set(['libs/a/src/index.ts', 'libs/a/README.md']))).toEqual([]);
  });

  it('on an exported name without a sentence', () => {
    const bare = [
      'export const a = 1, b = 2;',
      '/** @internal */\nexport function f() {}',
      '// not a docstring\nexport interface I { x: 1 }',
      'export type T = 1;',
      'export type T = A[0];',
      'export class C {}',
    ];
    for (const text of bare) expect(docstringFaults('x.ts', text)).toHaveLength(1);
    const described = [
      '/** One. */\nexport const a = 1;',
      '/**\n * A sentence.\n * @throws Fault\n */\nexport function f() {}',
      `export * from './a.js';\nexport { b } from './b.js';`,
      'export type T = (typeof ALL)[number];\nexport type K = keyof typeof ALL;',
      'const hidden = 1;\nfunction f() {}',
      '/** One of two shapes. */\nexport function f(a: 1): 1;\nexport function f(a: number): number { return a; }',
    ];
    for (const text of described) expect(docstringFaults('x.ts', text)).toEqual([]);
  });
});
