// Builds the processes with Nest's CLI (it rewrites @zvit/<lib> and applies the swagger plugin). With --if-needed it does so only
// when dist was made from other sources than those that stand here: their fingerprint is kept beside it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', 'built-from');
const projects = ['api', 'admin'];
const settings = ['nest-cli.json', 'tsconfig.json', 'package-lock.json', '.ci/build.mjs'];

function sources() {
  const found = ['apps', 'libs'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true })
      .map((name) => join(top, name))
      .filter((name) => /(\.ts|tsconfig\.app\.json)$/.test(name) && !/\.spec\.ts$/.test(name))
      .filter((name) => !name.startsWith(join('apps', 'web') + sep)),
  );
  return [...settings, ...found.sort()];
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const name of sources()) {
    const content = readFileSync(join(root, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function isBuilt(now) {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) return false;
  return projects.every((name) => existsSync(join(root, 'dist/apps', name, 'apps', name, 'src/main.js')));
}

/** Throws when the compiler refuses; its words are on the terminal by then. */
export function build({ ifNeeded }) {
  // Taken before the compiler reads: a file changed meanwhile makes the next look build again.
  const now = fingerprint();
  if (ifNeeded && isBuilt(now)) return;
  rmSync(stamp, { force: true });
  for (const name of projects) {
    process.stderr.write(`Building ${name} …\n`);
    const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
    execFileSync(process.execPath, [nest, 'build', name], { cwd: root, stdio: ['ignore', 2, 2] });
    const entry = join('dist/apps', name, 'apps', name, 'src/main.js');
    if (!existsSync(join(root, entry))) throw new Error(`the build of ${name} made no ${entry}`);
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, now);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build({ ifNeeded: process.argv.includes('--if-needed') });
  } catch (fault) {
    process.stderr.write(`Not built: ${fault.message}\n`);
    process.exit(1);
  }
}
