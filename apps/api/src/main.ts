import { makeInvitation } from '@zvit/access';
import { Config, Log, SettingFaults } from '@zvit/platform';
import { Store } from '@zvit/store';
import { buildApp } from './app.js';
import { endOnSignal } from './end-on-signal.js';

async function serve(): Promise<void> {
  const config = new Config(process.env);
  const app = await buildApp(config);
  endOnSignal(app);
  await app.listen(config.port, config.host);
  app.get(Log).info('listening', { host: config.host, port: config.port });
  const invitation = await makeInvitation(app.get(Store));
  if (!invitation) return;
  // For whoever started it, on the terminal alone: a link is no line of a log.
  console.log(`Nobody can log in yet. The first administrator, once and until ${invitation.expiresAt}:`);
  console.log(`${config.publicUrl}/first-administrator#${invitation.token}`);
  console.log('Without a browser:');
  const body = { token: invitation.token, username: 'you', name: 'Your Name', password: 'at least 12 characters' };
  console.log(
    `curl -H 'Content-Type: application/json' -d '${JSON.stringify(body)}' ${config.publicUrl}/v1/first-administrator`,
  );
}

try {
  await serve();
} catch (error) {
  // What stops the start is for the operator's eyes, and in words where it was foreseen.
  console.error(error instanceof SettingFaults ? error.message : error);
  process.exit(1);
}
