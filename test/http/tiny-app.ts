import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config, createHttpApp, type Environment } from '@zvit/platform';
import { TinyModule } from './tiny.controller.js';

/** A real server around the tiny controller, with its log lines at hand. */
export interface TinyApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly port: number;
  readonly lines: Record<string, unknown>[];
}

export async function openTinyApp(environment: Environment = {}): Promise<TinyApp> {
  const lines: Record<string, unknown>[] = [];
  const config = new Config({ ZVIT_PORT: '0', ...environment });
  const app = await createHttpApp(TinyModule, config, {
    sink: { write: (line) => lines.push(JSON.parse(line)) },
  });
  await app.listen(config.port, config.host);
  const address = app.getHttpServer().address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { app, url: `http://127.0.0.1:${address.port}`, port: address.port, lines };
}
