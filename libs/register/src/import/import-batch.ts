import { type Actor, Refusal, sightOf, type Json } from '@zvit/domain';
import { addRecord, renumbered, reviseRecord, Surrounded, type Tx } from '@zvit/store';
import { proposeCondition, proposeRevision } from '../conditions/propose-condition.js';
import { holdingNow, mechanismState } from '../transitions/lifecycle-state.js';
import { proposeCorrection } from '../transitions/propose-correction.js';
import { proposeStep } from '../transitions/propose-transition.js';
import { corrected } from './deed.js';
import { type Planned } from './match.js';
import { type DataFile } from './read-files.js';

/** The reason that each correction of an import bears. */
const BECAUSE = 'reference data';

/**
 * The entries of one import. The batch's own entry comes with the first of them and before it, so that an import that finds
 * nothing to record leaves nothing at all; every other entry names the batch.
 */
export class ImportBatch {
  readonly id: string;
  first: number | undefined;
  last: number | undefined;
  private readonly tx: Tx;
  private readonly around: Surrounded;

  constructor(
    tx: Tx,
    private readonly actor: Actor,
    files: readonly DataFile[],
  ) {
    this.id = tx.newId();
    this.around = new Surrounded(tx, sightOf(actor.roles));
    this.tx = {
      ...tx,
      append: async (draft) => {
        if (this.first === undefined) this.first = (await this.begin(tx, files)).entry.seq;
        const appended = await tx.append({ ...draft, batch: this.id });
        this.last = appended.entry.seq;
        return appended;
      },
    };
  }

  /** A new record. On an empty ledger a step of status counts as approved by whoever imports, and says so. */
  async add(one: Planned, order?: number): Promise<void> {
    if (one.type === 'transition') {
      const content = { ...one.content, imported: true, order: order ?? 0 };
      await addRecord(this.tx, this.around, 'transition', content, { id: one.id, verb: 'import' });
    } else await addRecord(this.tx, this.around, one.type, one.content, { id: one.id });
    if (one.type === 'vocabulary') this.around.forget();
  }

  async correct(one: Planned): Promise<void> {
    await reviseRecord(this.tx, this.around, one.type, one.id, 'correct', (before) => corrected(one, before), {
      reason: BECAUSE,
    });
    if (one.type === 'vocabulary' || one.type === 'lifecycle') this.around.forget();
  }

  /** Proposes what takes a second person. Answers the reasons why that is not possible now, none when it is proposed. */
  async propose(one: Planned): Promise<string | undefined> {
    try {
      await (one.type === 'transition' ? this.proposeTransition(one) : this.proposeCondition(one));
      return undefined;
    } catch (error) {
      if (error instanceof Refusal && error.more.blockers) return error.message;
      throw error;
    }
  }

  private async proposeTransition(one: Planned): Promise<void> {
    const { standing } = one;
    const { from: _, ...content } = one.content;
    const mechanism = content.mechanism as string;
    if (!standing?.content) {
      await proposeStep(this.tx, this.actor, mechanism, content, this.id);
      return;
    }
    const state = (await mechanismState(this.tx, holdingNow, mechanism))!;
    const { from: _from, order: _order, amends: _amends, ...after } = corrected(one, standing.content);
    await proposeCorrection(this.tx, this.actor, state, one.id, standing.version, after, BECAUSE, this.id);
  }

  private async proposeCondition(one: Planned): Promise<void> {
    const { standing } = one;
    if (!standing?.content) {
      await proposeCondition(this.tx, one.content);
      return;
    }
    const after = await renumbered(this.tx, one.id, standing.content, corrected(one, standing.content));
    await proposeRevision(this.tx, 'correct', standing, standing.content, after, BECAUSE);
  }

  private begin(tx: Tx, files: readonly DataFile[]) {
    const fields: [string, Json][] = [['/source', BECAUSE]];
    for (const [index, { name, sha256 }] of files.entries())
      fields.push([`/files/${index + 1}/name`, name], [`/files/${index + 1}/sha256`, sha256]);
    return tx.append({ act: 'batch.import', record: { type: 'batch', id: this.id }, fields: new Map(fields) });
  }
}
