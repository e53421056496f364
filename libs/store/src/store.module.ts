import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Store } from './store.js';

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
