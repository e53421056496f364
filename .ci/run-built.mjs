// Builds what is not built and goes on as that program, in this same process, so that Ctrl-C and signals reach it directly:
// node .ci/run-built.mjs api demo
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';

const [app, entry, ...words] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'dist/apps', app, 'apps', app, `src/${entry}.js`);

try {
  build({ ifNeeded: true });
} catch (fault) {
  process.stderr.write(`Not built: ${fault.message}\n`);
  process.exit(1);
}
process.argv = [process.argv[0], main, ...words];
await import(pathToFileURL(main).href);
