import { ABOUT, changedFields, type Content, type Json, proposalPrefix, Refusal, toFields } from '@zvit/domain';
import { type Appended, openProposal, type Tx } from '@zvit/store';
import { refuseFor } from '../records/reasons.js';

/** Statuses that a step of the mechanism, or a party's support, may come to rest on. */
const SETTLED: ReadonlySet<string> = new Set(['met', 'waived', 'failed']);

/**
 * Whether an act on a condition waits for a second person: on the mechanism's own terms always, since they are a step's
 * requirement; on a party's when the act makes it, or finds it, recorded as met, waived or failed.
 */
export function needsSecond(...contents: readonly Content[]): boolean {
  return contents.some(({ holder, status }) => holder === 'mechanism' || SETTLED.has(status as string));
}

/** Proposes a condition that does not stand yet. */
export function proposeCondition(tx: Tx, content: Content): Promise<Appended> {
  const id = tx.newId();
  return append(tx, id, 'condition.propose-add', under(1, toFields(content)));
}

/** Proposes what a standing condition should read from now on; `after` is its content under the numbers of the ledger. */
export async function proposeRevision(
  tx: Tx,
  verb: 'change' | 'correct',
  record: { readonly id: string; readonly version: number },
  before: Content,
  after: Content,
  because: string,
): Promise<Appended> {
  await refuseSecondProposal(tx, record.id);
  const changes = changedFields(before, after);
  if (changes.size === 0) throw new Refusal('invalid-input', 'Nothing would be different.');
  return append(tx, record.id, `condition.propose-${verb}`, under(record.version + 1, changes), because);
}

/** Proposes that a condition is taken back. */
export async function proposeRetraction(tx: Tx, id: string, because: string): Promise<Appended> {
  await refuseSecondProposal(tx, id);
  return append(tx, id, 'condition.propose-retract', new Map(), because);
}

/** While a proposal is open, nothing else is done to its record: who decides has read what stands. */
export async function refuseSecondProposal(tx: Tx, id: string): Promise<void> {
  if (await openProposal(tx, id)) refuseFor('proposal-open');
}

const under = (version: number, fields: ReadonlyMap<string, Json>): Map<string, Json> =>
  new Map([...fields].map(([pointer, value]) => [proposalPrefix(version) + pointer, value]));

function append(tx: Tx, id: string, act: string, fields: Map<string, Json>, because?: string): Promise<Appended> {
  fields.set(ABOUT.restsOn, [id]);
  if (because !== undefined) fields.set(ABOUT.reason, because);
  return tx.append({ act, record: { type: 'condition', id }, fields });
}
