import { type Entry, type RecordType } from '@zvit/domain';
import { type WritableDb } from '../db.js';
import { applyToProposals } from './proposal.projection.js';
import { type RecordSpec } from './record-spec.js';
import { applyToRecord, indexAct, type Specs } from './record.projection.js';

/** All tables that follow from the entries, in the order in which one entry reaches them. */
export class Projections {
  private readonly specs: Specs;

  constructor(specs: readonly RecordSpec[]) {
    this.specs = new Map<RecordType, RecordSpec>(specs.map((spec) => [spec.type, spec]));
  }

  async apply(tx: WritableDb, entry: Entry, leafHash: string): Promise<void> {
    await applyToRecord(tx, this.specs, entry);
    await applyToProposals(tx, this.specs, entry, leafHash);
    await indexAct(tx, entry);
  }
}
