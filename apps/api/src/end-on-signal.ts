import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Log, Readiness } from '@zvit/platform';

/** How long requests that are under way have to end, in milliseconds. */
const PATIENCE = 10_000;

/** On the first signal no new request is taken and those under way end; a second signal ends everything at once. */
export function endOnSignal(app: NestFastifyApplication, afterwards: () => void = () => undefined): void {
  let ending = false;
  const leave = (code: number): void => {
    afterwards();
    process.exit(code);
  };
  const end = (): void => {
    if (ending) leave(1);
    ending = true;
    app.get(Readiness).waitFor('the end of this process');
    setTimeout(() => {
      leave(1);
    }, PATIENCE).unref();
    app.close().then(
      () => {
        leave(0);
      },
      (error: unknown) => {
        app.get(Log).defect(error);
        leave(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
