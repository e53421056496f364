// Where the server's programs and data may stand. PostgreSQL refuses to run as root, so as root it runs as another account,
// and that account must be able to walk to every folder it needs.
import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** {uid, gid} to run the server as, or {} for the present account. No account is made: `nobody` is on every system. */
export function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // no such account here: the next one
    }
  }
  throw new Error('PostgreSQL refuses to run as root, and neither postgres nor nobody is an account of this machine.');
}

/** True when anyone may walk down to this folder. */
export function reachable(folder) {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || reachable(parent);
}

export function reachableTemp() {
  if (process.getuid?.() !== 0 || reachable(tmpdir())) return tmpdir();
  return '/tmp';
}

/** The folder of the server's programs; as root, a copy below `home` when the checkout lies where nobody else may look. */
export function programs(native, home, account) {
  const readable = (statSync(join(native, 'bin', 'postgres')).mode & 0o005) === 0o005;
  if (account.uid === undefined || (readable && reachable(join(native, 'bin')))) return native;
  const copy = join(home, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  giveTo(copy, account);
  return copy;
}

function giveTo(path, account) {
  if (lstatSync(path).isSymbolicLink()) return;
  chownSync(path, account.uid, account.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(join(path, name), account);
}
