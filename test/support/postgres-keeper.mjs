// A process that owns one throw-away PostgreSQL cluster: prints one line of JSON, {url} or {error}, and lives as long as its
// standard input is open. The input closes when its parent ends in any way, so no run leaves a server or a folder behind.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster } from './postgres-cluster.mjs';
import { reachableTemp, serverAccount } from './postgres-place.mjs';

const home = mkdtempSync(join(reachableTemp(), 'zvit-postgres-'));
chmodSync(home, 0o755);
const clearAway = () => rmSync(home, { recursive: true, force: true });

let cluster;
let leaving = false;

async function leave(code) {
  if (leaving) return;
  leaving = true;
  await cluster?.stop();
  clearAway();
  process.exit(code);
}

process.stdin.on('end', () => void leave(0)).on('error', () => void leave(0));
process.stdin.resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave(0));

try {
  cluster = await startCluster(home, serverAccount());
  process.stdout.write(`${JSON.stringify({ url: cluster.url })}\n`);
} catch (fault) {
  const error = fault instanceof Error ? fault.message : String(fault);
  process.stdout.write(`${JSON.stringify({ error })}\n`, () => void leave(1));
}
