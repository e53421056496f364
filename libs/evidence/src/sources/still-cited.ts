import { type Rank } from '@zvit/domain';
import { type Db, FOREVER } from '@zvit/store';

/** Why a source can't be taken back or classed higher, as a typed value with its sentences. */
export interface Cited {
  readonly code: 'still-cited' | 'cited-by-lower';
  /** How many records and open proposals rest on it. */
  readonly count: number;
  readonly sentences: { readonly en: string; readonly nl: string; readonly uk: string };
}

/** What still rests on a source; undefined where nothing does. */
export async function stillCited(db: Db, sourceId: string): Promise<Cited | undefined> {
  const count = (await restingRanks(db, sourceId)).length;
  if (count === 0) return undefined;
  return {
    code: 'still-cited',
    count,
    sentences: {
      en: `Statements still rest on this source (records: ${count}). They have to be corrected or retracted first.`,
      nl: `Er rusten nog uitspraken op deze bron (gegevens: ${count}). Die moeten eerst worden gecorrigeerd of ingetrokken.`,
      uk: `На це джерело ще спираються твердження (записів: ${count}). Спершу їх слід виправити або відкликати.`,
    },
  };
}

/** What rests on a source and would be classed below it; undefined where nothing would. */
export async function citedByLower(db: Db, sourceId: string, rank: Rank): Promise<Cited | undefined> {
  const count = (await restingRanks(db, sourceId)).filter((one) => one < rank).length;
  if (count === 0) return undefined;
  return {
    code: 'cited-by-lower',
    count,
    sentences: {
      en: `Statements of a lower class rest on this source (records: ${count}). Their class has to be raised first.`,
      nl: `Er rusten uitspraken met een lagere rubricering op deze bron (gegevens: ${count}). Verhoog eerst hun rubricering.`,
      uk: `На це джерело спираються твердження з нижчим грифом (записів: ${count}). Спершу слід підвищити їхній гриф.`,
    },
  };
}

/** The ranks of the standing records that cite a source, of the open proposals that would, and of the passages that are its parts. */
async function restingRanks(db: Db, sourceId: string): Promise<Rank[]> {
  const rows = await db.all<{ rank: Rank }>(
    `SELECT r.id, r.rank FROM citation c JOIN record r ON r.id = c.record_id
     LEFT JOIN proposal p ON p.id = c.record_id AND p.until_seq = ? AND p.state = 'open'
     WHERE c.source_id = ? AND c.until_seq = ? AND r.retracted = 0
     AND (c.path NOT LIKE '/proposals/%' OR c.path = '/proposals/' || p.number OR c.path LIKE '/proposals/' || p.number || '/%')
     UNION
     SELECT s.id, s.rank FROM "source" s WHERE s.part_of = ? AND s.until_seq = ?`,
    [FOREVER, sourceId, FOREVER, sourceId, FOREVER],
  );
  return rows.map((row) => row.rank);
}
