// Writes the description of the API from the built app: node dist/apps/api/apps/api/src/openapi.js <file>
import { Config } from '@zvit/platform';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from './app.js';
import { describeApi } from './openapi-document.js';

const file = process.argv[2];
if (file === undefined) throw new Error('Name the file to write.');

// The app is the real one, on an empty record that nobody keeps.
const folder = mkdtempSync(join(tmpdir(), 'zvit-description-'));
try {
  const app = await buildApp(new Config({ ZVIT_DATA_DIR: folder, ZVIT_LOG_LEVEL: 'error' }));
  await app.init();
  writeFileSync(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
  await app.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
