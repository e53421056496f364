import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// Whoever reads a run, a person or a machine, trusts its last line and its exit code: both are tried on small runs of Jest.

const root = resolve(import.meta.dirname, '../..');
const suites = {
  'good.spec.cjs': `it('one', () => {}); it('two', () => {});`,
  'bad.spec.cjs': `it('one', () => {}); it('two', () => { throw new Error('no'); });`,
  'lame.spec.cjs': `it('one', () => {}); it.skip('two', () => {}); it.todo('three');`,
  'broken.spec.cjs': `require('./nowhere.cjs'); it('one', () => {});`,
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zvit-closing-line-'));
  for (const [name, text] of Object.entries(suites)) writeFileSync(join(folder, name), text);
  const reporters = ['default', join(root, 'test/support/closing-line.mjs')];
  const settings = { testMatch: ['**/*.spec.cjs'], moduleFileExtensions: ['cjs', 'js'], reporters };
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(settings));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(CI: string, ...names: string[]): Promise<{ code: number | null; lines: string[] }> {
  const words = [join(root, 'node_modules/jest/bin/jest.js'), '--config', join(folder, 'jest.config.json'), ...names];
  const child = spawn(process.execPath, words, { cwd: folder, env: { ...process.env, CI } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  return new Promise((done) => {
    child.on('close', (code) => {
      done({ code, lines: said.trimEnd().split('\n') });
    });
  });
}

describe('the closing line', () => {
  it('is the last one, below the summary of Jest', async () => {
    const { code, lines } = await run('', 'good');
    expect(lines.at(-1)).toBe('2 passed, 0 failed');
    expect(lines.findIndex((line) => line.startsWith('Tests:'))).toBeGreaterThan(-1);
    expect(code).toBe(0);
  });

  it('counts a failed test, and a suite that could not start as one more', async () => {
    const { code, lines } = await run('', 'good', 'bad', 'broken');
    expect(lines.at(-1)).toBe('3 passed, 2 failed');
    expect(code).toBe(1);
  });

  it('names skipped tests, and under CI they fail the run in words', async () => {
    const here = await run('', 'lame');
    expect([here.code, here.lines.at(-1)]).toEqual([0, '1 passed, 0 failed, 2 skipped']);
    const server = await run('true', 'lame');
    expect([server.code, server.lines.at(-1)]).toEqual([1, '1 passed, 0 failed, 2 skipped']);
    expect(server.lines.at(-2)).toBe('2 skipped: under CI every test runs, a skipped one fails the run.');
  });
});
