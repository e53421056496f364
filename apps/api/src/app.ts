import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, createHttpApp, type LogSink } from '@zvit/platform';
import { type Clock, openConnections, type Place, placeOf, Projections, Store } from '@zvit/store';
import { AppModule, SPECS } from './app.module.js';
import { addOpenApiRoute } from './openapi-route.js';

/** What a test sets instead of the settings. */
export interface AppOptions {
  /** A store that is open already; whoever opened it closes it. */
  readonly store?: Store;
  /** Where the record lies, instead of where the settings say. */
  readonly place?: Place;
  readonly clock?: Clock;
  readonly sink?: LogSink;
}

/**
 * The whole API process, not yet listening: `await app.listen(config.port, config.host)`, or in a test `await app.init()`,
 * `await app.getHttpAdapter().getInstance().ready()` and supertest on `app.getHttpServer()`. `app.close()` ends everything that
 * was opened here.
 */
export async function buildApp(config: Config, options: AppOptions = {}): Promise<NestFastifyApplication> {
  const store = options.store ?? (await openStore(options.place ?? placeOf(config), options.clock));
  const owned = options.store === undefined;
  try {
    return await createHttpApp(AppModule.of(store, owned), config, {
      ...(options.sink ? { sink: options.sink } : {}),
      openRoutes: addOpenApiRoute,
    });
  } catch (error) {
    if (owned) await store.close();
    throw error;
  }
}

/** The record with the tables of all rooms. */
async function openStore(place: Place, clock: Clock | undefined): Promise<Store> {
  return new Store(await openConnections(place), new Projections(SPECS), clock);
}
