// Two questions: does apps/api/openapi.json say what the built server says, and does it keep the Dutch API design rules?
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const kept = join(root, 'apps/api/openapi.json');
const writer = join(root, 'dist/apps/api/apps/api/src/openapi.js');
const rules = resolve(root, process.env.ZVIT_ADR_RULES ?? '../shared/adr/linter.yaml');

function fail(reason) {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}

function run(program, words) {
  return spawnSync(process.execPath, [program, ...words], { cwd: root, stdio: ['ignore', 2, 2] }).status === 0;
}

/** The line on which two texts part, as a person would look it up; undefined when they are the same. */
function firstDifference(before, after) {
  if (before === after) return undefined;
  const [old, made] = [before.split('\n'), after.split('\n')];
  const at = old.findIndex((line, index) => line !== made[index]);
  const line = at === -1 ? old.length : at;
  return `line ${line + 1}:\n- ${old[line] ?? '(end)'}\n+ ${made[line] ?? '(end)'}`;
}

function compare() {
  if (!existsSync(writer)) return fail(`There is no ${writer}: build first, or apps/api/src/openapi.ts is missing.`);
  if (!existsSync(kept)) return fail('There is no apps/api/openapi.json: npm run openapi writes it.');
  const folder = mkdtempSync(join(tmpdir(), 'zvit-openapi-'));
  const fresh = join(folder, 'openapi.json');
  try {
    if (!run(writer, [fresh]) || !existsSync(fresh)) return fail('openapi.js did not write the file it was given.');
    const difference = firstDifference(readFileSync(kept, 'utf8'), readFileSync(fresh, 'utf8'));
    if (difference !== undefined)
      fail(`apps/api/openapi.json is not what the server says (npm run openapi), ${difference}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lint() {
  if (!existsSync(rules)) {
    process.stderr.write(`API design rules NOT checked: no rule file at ${rules} (ZVIT_ADR_RULES names another).\n`);
    return;
  }
  if (!existsSync(kept)) return;
  const spectral = join(root, 'node_modules/@stoplight/spectral-cli/dist/index.js');
  if (!run(spectral, ['lint', kept, '--ruleset', rules, '--fail-severity=error', '--quiet'])) {
    fail('apps/api/openapi.json breaks the API design rules.');
  }
}

compare();
lint();
