import { Refusal } from '@zvit/domain';
import { recordNamed, type SeenRecord } from '@zvit/evidence';
import { type Db, type View } from '@zvit/store';

/** A mechanism by slug or opaque id. What a person may not see is refused like what is not there. */
export async function mechanismNamed(db: Db, view: View, named: string): Promise<SeenRecord> {
  const row = await recordNamed(db, view, 'mechanism', named);
  if (!row) throw new Refusal('not-found', 'There is no such mechanism.');
  return row;
}
