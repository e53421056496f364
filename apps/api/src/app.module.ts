import { type DynamicModule, Module } from '@nestjs/common';
import { EVIDENCE_SPECS } from '@zvit/evidence';
import { REGISTER_SPECS } from '@zvit/register';
import { type RecordSpec, type Store, StoreModule } from '@zvit/store';

/** The tables of all rooms, in the order of the rooms: each projects the entries of its own records. */
export const SPECS: readonly RecordSpec[] = [...EVIDENCE_SPECS, ...REGISTER_SPECS];

/** The rooms whose addresses this process serves. A room that is not named here is not there. */
const ROOMS: DynamicModule['imports'] = [];

/** The map of the process. */
@Module({})
export class AppModule {
  static of(store: Store, owned: boolean): DynamicModule {
    return { module: AppModule, imports: [StoreModule.of(store, owned), ...(ROOMS ?? [])] };
  }
}
