import { type DynamicModule, Module } from '@nestjs/common';
import { ACCESS_SPECS, AccessModule } from '@zvit/access';
import { EVIDENCE_SPECS, EvidenceModule } from '@zvit/evidence';
import { REGISTER_SPECS, RegisterModule } from '@zvit/register';
import { type RecordSpec, type Store, StoreModule } from '@zvit/store';

/** The tables of all rooms, in the order of the rooms: each projects the entries of its own records. */
export const SPECS: readonly RecordSpec[] = [...ACCESS_SPECS, ...EVIDENCE_SPECS, ...REGISTER_SPECS];

/** The rooms whose addresses this process serves. A room that is not named here is not there. */
const ROOMS = [AccessModule, EvidenceModule, RegisterModule];

/** The map of the process. */
@Module({})
export class AppModule {
  static of(store: Store, owned: boolean): DynamicModule {
    return { module: AppModule, imports: [StoreModule.of(store, owned), ...ROOMS] };
  }
}
