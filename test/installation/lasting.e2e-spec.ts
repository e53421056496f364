import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, Program, statusOf } from '../support/program.js';

const SERVER = 'api/apps/api/src/main';
const ADMIN = 'admin/apps/admin/src/main';
const PASSWORD = 'a long enough password';

describe('a lasting installation', () => {
  let folder: string;
  let port: number;
  const programs: Program[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zvit-test-'));
    port = await freePort();
  });

  afterEach(async () => {
    for (const program of programs.splice(0)) if (program.running) await program.signal('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (file: string, ...words: string[]) => {
    const program = Program.start(file, words, { ZVIT_DATA_DIR: folder, ZVIT_PORT: String(port) });
    programs.push(program);
    return program;
  };
  const admin = async (...words: string[]) => {
    const program = start(ADMIN, ...words);
    return { code: await program.end(), output: program.output };
  };
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;
  const post = (path: string, body: object) =>
    fetch(at(path), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const ready = (program: Program) =>
    program.until(async () => ((await statusOf(at('/readyz'))) === 200 ? true : undefined));
  const link = (program: Program) => program.until(() => /first-administrator#(\S+)/.exec(program.output)?.[1]);

  it('lets nobody in before the first administrator, whose link holds once', async () => {
    const server = start(SERVER);
    await ready(server);
    const token = await link(server);
    const first = { username: 'first', name: 'The First', password: PASSWORD };
    expect((await post('/v1/session', { username: 'first', password: PASSWORD })).status).toBe(401);
    expect((await post('/v1/first-administrator', { ...first, token: `${token}x` })).status).toBeGreaterThanOrEqual(
      400,
    );
    expect((await post('/v1/first-administrator', { ...first, token })).status).toBe(201);
    expect(
      (await post('/v1/first-administrator', { ...first, username: 'again', token })).status,
    ).toBeGreaterThanOrEqual(400);
    expect((await post('/v1/session', { username: 'first', password: PASSWORD })).status).toBe(201);
    // The link is for whoever started it: no line of the log holds it, and neither does the database.
    const lines = server.output.split('\n').filter((line) => line.startsWith('{'));
    expect(lines.join('\n')).not.toContain(token);
    expect(readFileSync(join(folder, 'zvit.sqlite')).includes(token)).toBe(false);
  });

  it('is verified beside the running service, while commands that write refuse', async () => {
    const server = start(SERVER);
    await ready(server);
    await post('/v1/first-administrator', {
      token: await link(server),
      username: 'first',
      name: 'The First',
      password: PASSWORD,
    });
    expect(await admin('verify')).toMatchObject({ code: 0, output: expect.stringContaining('Sound: 2 entries') });
    for (const words of [['rebuild'], ['import', 'data/reference', '--as', 'first'], ['invite']]) {
      const { code, output } = await admin(...words);
      expect(code).toBe(2);
      expect(output).toContain('This writes');
      expect(output).toContain('Another process writes to this database');
    }
    expect(await server.signal('SIGTERM')).toBe(0);
    expect(await admin('rebuild')).toMatchObject({ code: 0 });
    expect(await admin('verify')).toMatchObject({ code: 0 });
  });

  it('names what was altered behind its back and ends with 1', async () => {
    const server = start(SERVER);
    await ready(server);
    await server.signal('SIGTERM');
    const file = join(folder, 'zvit.sqlite');
    const database = new Database(file);
    database.exec(`INSERT INTO touched (scope, rank, seq, reclassed_seq) VALUES ('people', 3, 7, 0)`);
    database.exec('DROP TRIGGER entry_no_delete');
    database.close();
    const { code, output } = await admin('verify');
    expect(code).toBe(1);
    expect(output).toContain('row-unlisted: touched people/3');
    expect(output).toContain('guard-missing: trigger entry_no_delete');
  });

  it('says in words that a command is unknown, settings are wrong, or the file is no database', async () => {
    expect(await admin('no-such')).toMatchObject({ code: 2, output: expect.stringContaining('There is no command') });
    writeFileSync(join(folder, 'zvit.sqlite'), 'This is a letter, not a database. '.repeat(200));
    expect((await admin('verify')).code).toBe(2);
    const server = start(SERVER);
    expect(await server.end()).toBe(1);
    expect(server.output).toMatch(/not a database/);
  });
});
