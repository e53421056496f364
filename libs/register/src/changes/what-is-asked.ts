import { type Fault, type RecordType, refuseFaults } from '@zvit/domain';
import { type Condition, recordNamed, where } from '@zvit/evidence';
import { type Db, visible } from '@zvit/store';
import { ofMechanisms } from '../timeline/timeline-filter.js';
import { type ChangesQuery, COMPARED } from './changes-query.dto.js';
import { type Ends } from './ends-asked.js';

/** A type of record with the conditions, over alias `t`, on those of its rows that are asked for. */
export interface AskedType {
  readonly type: RecordType;
  readonly where: readonly Condition[];
}

const OF_NO_MECHANISM: ReadonlySet<RecordType> = new Set(['party', 'source', 'lifecycle', 'vocabulary']);
const PARTY_COLUMN: Partial<Record<RecordType, string>> = { participation: 'party_id', condition: 'holder' };

/** The types that a filter leaves, each with its conditions. A type that has no mechanism, or no party, is not of one. */
export async function typesAsked(
  db: Db,
  ends: Ends,
  query: ChangesQuery,
  among: readonly RecordType[] = COMPARED,
): Promise<AskedType[]> {
  const mechanisms = query.mechanism && (await named(db, ends, 'mechanism', query.mechanism));
  const [party] = query.party === undefined ? [] : await named(db, ends, 'party', [query.party]);
  const types = query.type?.length ? among.filter((type) => query.type!.includes(type)) : among;
  return types.flatMap((type) => {
    const ofMechanism = mechanisms === undefined ? [] : inMechanisms(type, mechanisms);
    const ofParty = party === undefined ? [] : byParty(type, party, ends);
    return ofMechanism && ofParty ? [{ type, where: [...ofMechanism, ...ofParty] }] : [];
  });
}

/** Opaque ids of what the filter names. It may be there at one end only: added in between, or taken back. */
async function named(db: Db, { from, to }: Ends, type: 'mechanism' | 'party', names: readonly string[]) {
  const ids: string[] = [];
  const faults: Fault[] = [];
  for (const name of names) {
    const row = (await recordNamed(db, to, type, name)) ?? (await recordNamed(db, from, type, name));
    if (row) ids.push(row.id);
    else
      faults.push({
        pointer: `/${type}`,
        code: 'unknown-reference',
        detail: `There is no ${type} ${name.slice(0, 80)}.`,
      });
  }
  refuseFaults(faults);
  return ids;
}

function inMechanisms(type: RecordType, ids: readonly string[]): Condition[] | null {
  if (OF_NO_MECHANISM.has(type)) return null;
  if (type === 'mechanism') return ofMechanisms('t.id', ids);
  const [own] = ofMechanisms('t.mechanism_id', ids);
  if (type !== 'relation') return [own!];
  const [target] = ofMechanisms('t.target_id', ids);
  return [where(`(${own!.sql} OR ${target!.sql})`, ...own!.params, ...target!.params)];
}

/** What was a party's at one of the two ends: who corrects the party of a record moves it from one party to another. */
function byParty(type: RecordType, party: string, { from, to }: Ends): Condition[] | null {
  if (type === 'party') return [where('t.id = ?', party)];
  const column = PARTY_COLUMN[type];
  if (column === undefined) return null;
  const seen = `((${visible(from, 'u')}) OR (${visible(to, 'u')}))`;
  return [where(`EXISTS (SELECT 1 FROM "${type}" u WHERE u.id = t.id AND u.${column} = ? AND ${seen})`, party)];
}
