import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Config } from '@zvit/platform';
import { join } from 'node:path';
import { openConnections, type Place } from './connections/connections.js';
import { Projections } from './projection/projections.js';
import { type RecordSpec } from './projection/record-spec.js';
import { type Clock, Store, systemClock } from './store.js';

/** Where the settings say that the record lies: the PostgreSQL they name, or a file in the folder of run-time files. */
export function placeOf(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Place {
  if (config.databaseUrl !== undefined) return { kind: 'postgres', url: config.databaseUrl };
  return { kind: 'sqlite', file: join(config.dataDir, 'zvit.sqlite') };
}

/** Opens the record, with the tables that the rooms above declare. */
export async function openStore(
  place: Place,
  specs: readonly RecordSpec[],
  clock: Clock = systemClock,
): Promise<Store> {
  return new Store(await openConnections(place), new Projections(specs), clock);
}

/** Closes the record after the last request was answered. */
class StoreEnd implements OnApplicationShutdown {
  constructor(private readonly store: Store) {}

  onApplicationShutdown(): Promise<void> {
    return this.store.close();
  }
}

/** Gives the one store of a process to whoever asks for it by its class. */
@Global()
@Module({})
export class StoreModule {
  /** `owned`: the app closes it when it ends. Otherwise whoever opened it does. */
  static of(store: Store, owned: boolean): DynamicModule {
    return {
      module: StoreModule,
      providers: [
        { provide: Store, useValue: store },
        ...(owned ? [{ provide: StoreEnd, useFactory: () => new StoreEnd(store) }] : []),
      ],
      exports: [Store],
    };
  }
}
