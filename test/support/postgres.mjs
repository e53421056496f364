// Jest's globalSetup: one real PostgreSQL for the whole run. Its superuser URL stands in ZVIT_TEST_POSTGRES, and each
// suite makes a database of its own in it. The cluster belongs to a process apart (postgres-keeper.mjs), which ends it when this
// one is gone for whatever reason, kill -9 included.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const keeper = fileURLToPath(new URL('./postgres-keeper.mjs', import.meta.url));
const onBuildServer = !['', '0', 'false'].includes((process.env.CI ?? '').toLowerCase());

/** Starts the keeper and waits for its first line: an URL, or the reason why there is none. */
function startKeeper() {
  // A group of its own: Ctrl-C reaches Jest alone, and the keeper then sees its input close.
  const child = spawn(process.execPath, [keeper], { detached: true, stdio: ['pipe', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the keeper of PostgreSQL ended early (exit code ${code})`)));
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
      if (!said.includes('\n')) return;
      const answer = JSON.parse(said.slice(0, said.indexOf('\n')));
      if (answer.url === undefined) reject(new Error(answer.error));
      else resolve({ child, url: answer.url });
    });
  });
}

function withoutDatabase(reason) {
  delete process.env.ZVIT_TEST_POSTGRES;
  if (onBuildServer) throw new Error(`Under CI the tests run on PostgreSQL too: ${reason}`);
  const bar = '!'.repeat(100);
  process.stderr.write(`${bar}\nNO POSTGRESQL: the tests that need it will not run on it.\n${reason}\n${bar}\n`);
}

export default async function setUp() {
  // Whoever names a server of their own gets that one.
  if (process.env.ZVIT_TEST_POSTGRES) return;
  if (process.env.ZVIT_TEST_NO_POSTGRES === '1') {
    withoutDatabase('ZVIT_TEST_NO_POSTGRES=1 asks to leave it out.');
    return;
  }
  try {
    const { child, url } = await startKeeper();
    process.env.ZVIT_TEST_POSTGRES = url;
    globalThis.zvitPostgresKeeper = child;
    // Jest may leave without its teardown; the keeper must then not hold it open.
    child.unref();
    child.stdin.unref();
    child.stdout.unref();
  } catch (fault) {
    withoutDatabase(fault instanceof Error ? fault.message : String(fault));
  }
}
