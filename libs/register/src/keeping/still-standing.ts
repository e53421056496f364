import { type Reason } from '@zvit/domain';
import { type Db, FOREVER } from '@zvit/store';

interface Count {
  readonly type: string;
  readonly n: number;
}

const OPEN = `EXISTS (SELECT 1 FROM proposal p WHERE p.id = r.id AND p.until_seq = ${FOREVER} AND p.state = 'open')`;

/** What still hangs on a mechanism: its own records, relations of others to it, open proposals. */
export async function stillStanding(db: Db, mechanismId: string): Promise<Reason | undefined> {
  // Of what may be proposed, the row in `record` tells nothing: it is there from the first proposal on, whatever became of it.
  const holds = (type: string) => `EXISTS (SELECT 1 FROM "${type}" t WHERE t.id = r.id AND t.until_seq = ${FOREVER})`;
  const rows = await db.all<Count>(
    `SELECT r.type, CAST(count(*) AS integer) AS n FROM record r
     WHERE (r.mechanism_id = ? OR r.second_id = ?) AND r.retracted = 0
     AND (r.type NOT IN ('transition', 'condition') OR ${OPEN} OR ${holds('transition')} OR ${holds('condition')})
     GROUP BY r.type ORDER BY r.type`,
    [mechanismId, mechanismId],
  );
  return reasonOf('still-standing', rows, {
    en: 'Records still stand under this mechanism',
    nl: 'Onder dit mechanisme staan nog gegevens',
    uk: 'До цього механізму ще належать записи',
  });
}

/** What still speaks of a party: its participations and conditions, forecasts of it, lifecycles, open proposals. */
export async function stillNamed(db: Db, partyId: string): Promise<Reason | undefined> {
  const named = `%"${partyId}"%`;
  const rows = await db.all<Count>(
    `SELECT u.type, CAST(count(*) AS integer) AS n FROM (
       SELECT 'participation' AS type, id FROM participation WHERE party_id = ? AND until_seq = ?
       UNION SELECT 'condition' AS type, id FROM "condition" WHERE holder = ? AND until_seq = ?
       UNION SELECT 'forecast' AS type, id FROM forecast WHERE content LIKE ? AND until_seq = ?
       UNION SELECT 'lifecycle' AS type, id FROM lifecycle WHERE content LIKE ? AND until_seq = ?
       UNION SELECT record_type AS type, id FROM proposal WHERE state = 'open' AND fields LIKE ? AND until_seq = ?
     ) u GROUP BY u.type ORDER BY u.type`,
    [partyId, FOREVER, partyId, FOREVER, named, FOREVER, named, FOREVER, named, FOREVER],
  );
  return reasonOf('still-named', rows, {
    en: 'Records still speak of this party',
    nl: 'Gegevens gaan nog over deze partij',
    uk: 'Записи ще згадують цю сторону',
  });
}

function reasonOf(
  code: string,
  rows: readonly Count[],
  begins: { readonly en: string; readonly nl: string; readonly uk: string },
): Reason | undefined {
  if (rows.length === 0) return undefined;
  const count = rows.reduce((sum, row) => sum + row.n, 0);
  return {
    code,
    count,
    types: rows.map((row) => row.type),
    sentences: {
      en: `${begins.en} (${count}). They have to be corrected or retracted first.`,
      nl: `${begins.nl} (${count}). Die moeten eerst worden gecorrigeerd of ingetrokken.`,
      uk: `${begins.uk} (${count}). Спершу їх слід виправити або відкликати.`,
    },
  };
}
