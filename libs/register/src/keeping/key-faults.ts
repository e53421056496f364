import { type ContentType, type Fault } from '@zvit/domain';
import { type Db } from '@zvit/store';

/** Names that no two records may share, also across these kinds. */
const ONE_NAME_SPACE: readonly ContentType[] = ['mechanism', 'event', 'condition', 'forecast', 'figure'];

/** A name that another record bears, or once bore: what was taken back keeps its name. */
export async function keyFaults(db: Db, type: ContentType, key: string | undefined): Promise<Fault[]> {
  if (key === undefined) return [];
  const kinds = ONE_NAME_SPACE.includes(type) ? ONE_NAME_SPACE : [type];
  const row = await db.get<{ id: string }>(
    `SELECT id FROM record WHERE key = ? AND type IN (${kinds.map(() => '?').join(', ')}) LIMIT 1`,
    [key, ...kinds],
  );
  return row ? [{ pointer: '/key', code: 'duplicate', detail: 'Another record has, or had, this name.' }] : [];
}
