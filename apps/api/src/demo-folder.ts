import { type InitialAccount } from '@zvit/access';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A file by which a demonstration knows its own folder; it holds the made-up passwords, which open nothing else. */
const MARK = 'zvit-demo.json';

/** Where a demonstration lives: a folder that goes with it, or one that was named and stays. Refuses a folder that is not a demo's. */
export function demoFolder(named: string | undefined): { path: string; kept: boolean; leave: () => void } {
  if (named === undefined || named === '') {
    const path = mkdtempSync(join(tmpdir(), 'zvit-demo-'));
    return {
      path,
      kept: false,
      leave: () => {
        rmSync(path, { recursive: true, force: true });
      },
    };
  }
  const path = resolve(named);
  if (existsSync(path) && readdirSync(path).length > 0 && !existsSync(join(path, MARK)))
    throw new Error(`${path} is not a demonstration's folder; nothing was touched. Name an empty one.`);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return { path, kept: true, leave: () => undefined };
}

/** The accounts with their passwords: those of the last time where the folder was kept. */
export function passwordsIn(
  folder: string,
  people: readonly Omit<InitialAccount, 'password'>[],
  make: () => string,
): InitialAccount[] {
  const file = join(folder, MARK);
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const accounts = people.map((one) => ({ ...one, password: known[one.username] ?? make() }));
  const passwords = Object.fromEntries(accounts.map((one) => [one.username, one.password]));
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  return accounts;
}
