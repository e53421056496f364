import { type Content, type Fault, isRecordId, readDate } from '@zvit/domain';
import { FOREVER, type Tx } from '@zvit/store';

/** Faults of a forecast that only the records beside it show: who foresaw it, and which events it came to. */
export async function forecastFaults(tx: Tx, content: Content): Promise<Fault[]> {
  return [
    ...(await forecasterFaults(tx, content.by)),
    ...(await eventFaults(tx, content, '/metBy', content.metBy)),
    ...(await eventFaults(tx, content, '/laterEvent', content.laterEvent)),
  ];
}

/** A name that looks like that of a party is one, and no body that happens to be called so. */
async function forecasterFaults(tx: Tx, by: unknown): Promise<Fault[]> {
  if (typeof by !== 'string') return [];
  if (isRecordId(by)) {
    const party = await tx.get('SELECT id FROM party WHERE id = ? AND until_seq = ?', [by, FOREVER]);
    if (party) return [];
  } else if (!/^(org-.*|[A-Z]{2})$/.test(by)) return [];
  return [{ pointer: '/by', code: 'unknown-reference', detail: 'There is no such party.' }];
}

/** Only an event of the same mechanism meets a forecast, and only within the time foreseen. */
async function eventFaults(tx: Tx, content: Content, pointer: string, id: unknown): Promise<Fault[]> {
  if (typeof id !== 'string') return [];
  const event = await tx.get<{ mechanism_id: string; earliest: string | null; latest: string | null }>(
    'SELECT mechanism_id, earliest, latest FROM event WHERE id = ? AND until_seq = ?',
    [id, FOREVER],
  );
  if (!event) return [];
  if (event.mechanism_id !== content.mechanism)
    return [{ pointer, code: 'unknown-reference', detail: 'This is no event of the same mechanism.' }];
  if (pointer !== '/metBy' || typeof content.expected !== 'string') return [];
  const expected = readDate(content.expected, content.extent as string | undefined).span;
  const outside = isBefore(event.latest, expected?.earliest) || isBefore(expected?.latest, event.earliest);
  if (!outside) return [];
  const detail = 'This event lies outside the time foreseen: a forecast that was missed names it as the later event.';
  return [{ pointer, code: 'contradiction', detail }];
}

const isBefore = (a: string | null | undefined, b: string | null | undefined): boolean =>
  typeof a === 'string' && typeof b === 'string' && a < b;
