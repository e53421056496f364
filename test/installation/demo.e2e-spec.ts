import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, Program, statusOf } from '../support/program.js';

const DEMO = 'api/apps/api/src/demo';
const NAMES = ['editor', 'editor2', 'approver', 'diplomat', 'auditor', 'admin'];

describe('npm run demo', () => {
  let temporary: string;
  let port: number;
  const programs: Program[] = [];

  beforeEach(async () => {
    temporary = mkdtempSync(join(tmpdir(), 'zvit-test-'));
    port = await freePort();
  });

  afterEach(async () => {
    for (const program of programs.splice(0)) if (program.running) await program.signal('SIGKILL');
    rmSync(temporary, { recursive: true, force: true });
  });

  const start = (environment: Record<string, string> = {}) => {
    const program = Program.start(DEMO, [], {
      TMPDIR: temporary,
      ZVIT_PORT: String(port),
      ZVIT_DATA_DIR: '',
      ...environment,
    });
    programs.push(program);
    return program;
  };
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;
  const logIn = (username: string, password: string) =>
    fetch(at('/v1/session'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
  const told = (program: Program) => program.until(() => (program.output.includes('Ctrl-C') ? true : undefined));

  it('is not ready until all is loaded, prints the address and who is who, and leaves nothing behind', async () => {
    const program = start();
    const seen = new Set<number>();
    await program.until(async () => {
      const status = await statusOf(at('/readyz'));
      if (status !== undefined) seen.add(status);
      return status === 200 ? true : undefined;
    });
    expect([...seen]).toEqual([503, 200]);
    await told(program);
    expect(program.output).toContain(`http://127.0.0.1:${port}`);
    const passwords = NAMES.map((name) => new RegExp(`^\\s*${name}\\s+(\\S+)`, 'm').exec(program.output)?.[1]);
    expect(new Set(passwords).size).toBe(NAMES.length);
    for (const [index, name] of NAMES.entries()) expect((await logIn(name, passwords[index]!)).status).toBe(201);
    expect(readdirSync(temporary)).toHaveLength(1);
    expect(await program.signal('SIGINT')).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('uses and keeps a folder that is named, with the passwords of before, and one password for all if one is set', async () => {
    const folder = join(temporary, 'kept');
    const password = 'one password for all';
    const first = start({ ZVIT_DATA_DIR: folder, ZVIT_DEMO_PASSWORD: password });
    await told(first);
    for (const name of NAMES) expect((await logIn(name, password)).status).toBe(201);
    expect(await first.signal('SIGINT')).toBe(0);
    expect(existsSync(join(folder, 'zvit.sqlite'))).toBe(true);
    const second = start({ ZVIT_DATA_DIR: folder });
    await told(second);
    expect((await logIn('editor', password)).status).toBe(201);
  });

  it('refuses a folder that is not a demonstration’s and touches nothing in it', async () => {
    writeFileSync(join(temporary, 'letter.txt'), 'Dear colleague');
    const program = start({ ZVIT_DATA_DIR: temporary });
    expect(await program.end()).toBe(1);
    expect(program.output).toContain('is not a demonstration’s folder'.replace('’', "'"));
    expect(readdirSync(temporary)).toEqual(['letter.txt']);
  });
});
