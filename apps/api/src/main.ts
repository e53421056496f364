import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config, Log, Readiness, SettingFaults } from '@zvit/platform';
import { buildApp } from './app.js';

/** How long requests that are under way have to end, in milliseconds. */
const PATIENCE = 10_000;

/** On the first signal no new request is taken and those under way end; a second signal ends everything at once. */
function endOnSignal(app: NestFastifyApplication): void {
  let ending = false;
  const end = (): void => {
    if (ending) process.exit(1);
    ending = true;
    app.get(Readiness).waitFor('the end of this process');
    setTimeout(() => process.exit(1), PATIENCE).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        app.get(Log).defect(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

async function serve(): Promise<void> {
  const config = new Config(process.env);
  const app = await buildApp(config);
  endOnSignal(app);
  await app.listen(config.port, config.host);
  app.get(Log).info('listening', { host: config.host, port: config.port });
}

try {
  await serve();
} catch (error) {
  // What stops the start is for the operator's eyes, and in words where it was foreseen.
  console.error(error instanceof SettingFaults ? error.message : error);
  process.exit(1);
}
