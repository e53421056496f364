import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

// The rules of .dependency-cruiser.cjs against a made-up house that breaks each of them once, and keeps them elsewhere.

const root = resolve(import.meta.dirname, '../..');
const files: Record<string, string> = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { typeorm: '1', canonicalize: '4', '@edtf-ts/core': '1' },
    devDependencies: { jest: '1' },
  }),
  ...packageNamed('typeorm'),
  ...packageNamed('canonicalize'),
  ...packageNamed('@edtf-ts/core'),
  ...packageNamed('jest'),
  ...packageNamed('stowaway'),
  // What is allowed.
  'libs/domain/src/index.ts': `import { a } from '@edtf-ts/core'; export const x = a;`,
  'libs/proof/src/index.ts': `import { createHash } from 'node:crypto'; import { a } from 'canonicalize'; export const x = [createHash, a];`,
  'libs/proof/src/fine.spec.ts': `import { readFileSync } from 'node:fs'; import { x } from './index.js'; export const y = [x, readFileSync];`,
  'libs/store/src/index.ts': `import { x as d } from '@zvit/domain'; import { a } from 'typeorm'; export const x = [a, d]; export * from './inner.js';`,
  'libs/store/src/inner.ts': `export const inner = 1;`,
  'apps/api/src/main.ts': `import { x } from '@zvit/store'; export const y = x;`,
  // What is not.
  'libs/domain/src/up.ts': `import { x } from '@zvit/store'; export const y = x;`,
  'libs/domain/src/node.ts': `import { readFileSync } from 'node:fs'; export const y = readFileSync;`,
  'libs/proof/src/orm.ts': `import { a } from 'typeorm'; export const y = a;`,
  'libs/proof/src/type.ts': `import type { a } from 'typeorm'; export type Y = typeof a;`,
  'libs/proof/src/fs.ts': `import { readFileSync } from 'fs'; export const y = readFileSync;`,
  'libs/access/src/around.ts': `import { inner } from '../../store/src/inner.js'; export const y = inner;`,
  'libs/access/src/path.ts': `import { x } from '../../store/src/index.js'; export const y = x;`,
  'libs/access/src/x.entity.ts': `export class X {}`,
  'libs/access/src/x.controller.ts': `import { X } from './x.entity.js'; import { a } from 'typeorm'; export const y = [X, a];`,
  'libs/register/src/a.ts': `import type { B } from './b.js'; export interface A { b: B }`,
  'libs/register/src/b.ts': `import type { A } from './a.js'; export interface B { a: A }`,
  'libs/register/src/far.ts': `import { x } from '@zvit/proof'; export const y = x;`,
  'libs/register/src/lost.ts': `import { y } from './nowhere.js'; export const z = y;`,
  'libs/register/src/dev.ts': `import { a } from 'jest'; export const z = a;`,
  'libs/register/src/hidden.ts': `import { a } from 'stowaway'; export const z = a;`,
  'libs/attic/src/index.ts': `import { x } from '@zvit/domain'; export const y = x;`,
  'apps/admin/src/main.ts': `import { y } from '../../api/src/main.js'; export const z = y;`,
  'apps/verify/src/main.ts': `import { x } from '@zvit/store'; export const y = x;`,
};

function packageNamed(name: string): Record<string, string> {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({
      name,
      version: '1.0.0',
      main: 'index.js',
      types: 'index.d.ts',
    }),
    [`node_modules/${name}/index.js`]: 'exports.a = 1;',
    [`node_modules/${name}/index.d.ts`]: 'export const a: number;',
  };
}

interface Report {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

let house: string;
let broken: Set<string>;

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'zvit-rooms-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(house, name)), { recursive: true });
    writeFileSync(join(house, name), content);
  }
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(join(root, name), join(house, name));
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const words = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs'];
  const said = await new Promise<string>((done) => {
    execFile(process.execPath, words, { cwd: house, maxBuffer: 2 ** 26 }, (_fault, stdout) => {
      done(stdout);
    });
  });
  const { violations } = (JSON.parse(said) as Report).summary;
  broken = new Set(violations.map((one) => `${one.rule.name}: ${one.from}`));
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

describe('the rules of the rooms', () => {
  it('find each breach, and nothing else', () => {
    expect([...broken].sort()).toEqual([
      'app-admin: apps/admin/src/main.ts',
      'app-verify: apps/verify/src/main.ts',
      'by-its-name: libs/access/src/around.ts',
      'by-its-name: libs/access/src/path.ts',
      'controllers-know-no-tables: libs/access/src/x.controller.ts',
      'known-room: libs/attic/src/index.ts',
      'no-cycles: libs/register/src/a.ts',
      'no-dev-packages-in-code: libs/register/src/dev.ts',
      'no-undeclared-packages: libs/register/src/hidden.ts',
      'no-unresolved: libs/register/src/lost.ts',
      'pure-domain: libs/domain/src/node.ts',
      'pure-proof: libs/proof/src/fs.ts',
      'pure-proof: libs/proof/src/orm.ts',
      'pure-proof: libs/proof/src/type.ts',
      'room-domain: libs/domain/src/up.ts',
      'room-register: libs/register/src/far.ts',
      'through-the-door: libs/access/src/around.ts',
    ]);
  });
});
