import { actorNamed, createAccounts, hasNoAccounts, type InitialAccount } from '@zvit/access';
import { type Role } from '@zvit/domain';
import { Config, Readiness, SettingFaults } from '@zvit/platform';
import { ImportReference } from '@zvit/register';
import { Store } from '@zvit/store';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { buildApp } from './app.js';
import { demoFolder, passwordsIn } from './demo-folder.js';
import { endOnSignal } from './end-on-signal.js';

/** Who is in the demonstration, and what they are. */
const PEOPLE: readonly { username: string; name: string; roles: readonly Role[] }[] = [
  { username: 'editor', name: 'Emma de Vries, legal officer', roles: ['editor'] },
  { username: 'editor2', name: 'Олена Коваль, legal officer', roles: ['editor'] },
  { username: 'approver', name: 'Pieter Jansen, head of the legal team', roles: ['approver'] },
  { username: 'diplomat', name: 'Sofie Bakker, diplomat', roles: ['diplomat'] },
  { username: 'auditor', name: 'Daniel Meijer, auditor', roles: ['auditor'] },
  { username: 'admin', name: 'Ruth Visser, administrator', roles: ['admin'] },
];

/** The words of a person for the screen: what is being loaded, on one line that is written over. */
function showProgress(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`);
}

async function demonstrate(): Promise<void> {
  const folder = demoFolder(process.env.ZVIT_DATA_DIR);
  try {
    const config = new Config({
      ZVIT_LOG_LEVEL: 'warn',
      ...process.env,
      ZVIT_DATA_DIR: folder.path,
      ZVIT_DATABASE_URL: undefined,
    });
    const app = await buildApp(config);
    endOnSignal(app, folder.leave);
    app.get(Readiness).waitFor('the reference data');
    await app.listen(config.port, config.host);
    const store = app.get(Store);
    const accounts = passwordsIn(
      folder.path,
      PEOPLE,
      () => config.demoPassword ?? randomBytes(9).toString('base64url'),
    );
    await load(store, accounts);
    app.get(Readiness).done('the reference data');
    tell(config, accounts, folder.kept);
  } catch (error) {
    folder.leave();
    throw error;
  }
}

async function load(store: Store, accounts: readonly InitialAccount[]): Promise<void> {
  if (await hasNoAccounts(store.db)) await createAccounts(store, accounts);
  const actor = await actorNamed(store, 'editor');
  // Seen from dist/apps/api/apps/api/src, where the build puts this file.
  const from = fileURLToPath(new URL('../../../../../../data/reference/', import.meta.url));
  console.log('Loading the reference data …');
  await new ImportReference(store).run(actor, from, { onProgress: showProgress });
  showProgress('');
}

function tell(config: Config, accounts: readonly InitialAccount[], kept: boolean): void {
  const width = Math.max(...accounts.map((one) => one.username.length));
  console.log(`\nZvit is served on ${config.publicUrl}\n`);
  console.log(`  ${'name'.padEnd(width)}  ${'password'.padEnd(16)}  roles`);
  for (const { username, password, roles } of accounts)
    console.log(`  ${username.padEnd(width)}  ${password.padEnd(16)}  ${roles.join(', ')}`);
  console.log(`\nCtrl-C ends it${kept ? '; the folder is kept' : ' and leaves nothing behind'}.`);
}

try {
  await demonstrate();
} catch (error) {
  console.error(error instanceof SettingFaults || error instanceof Error ? error.message : error);
  process.exit(1);
}
