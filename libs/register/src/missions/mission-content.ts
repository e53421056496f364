import { type Content, type Fault } from '@zvit/domain';
import { FOREVER, type Tx } from '@zvit/store';
import { type Kept } from '../keeping/kept.js';
import { citationsFrom, given } from '../records/wished-citations.js';
import { type MissionWishDto } from './mission-wish.dto.js';

/** A mission as a person records it; no two of one mechanism have one number. */
export const MISSION: Kept<MissionWishDto> = {
  type: 'mission',
  renamed: {},
  content: async (tx, sight, wish) =>
    given({
      number: wish.number,
      period: wish.period,
      extent: wish.extent,
      team: wish.team ?? null,
      lang: wish.lang,
      class: wish.class,
      verified: wish.verified ?? false,
      notes: wish.notes,
      citations: await citationsFrom(tx, sight, wish.citations),
    }),
  faults: (tx, content, revised) => sameNumber(tx, content, revised?.id),
};

async function sameNumber(tx: Tx, { mechanism, number }: Content, own?: string): Promise<Fault[]> {
  // Beyond the numbers that missions may have, one database would not even compare.
  if (!Number.isInteger(number) || Math.abs(number as number) > 10_000) return [];
  const rows = await tx.all<{ id: string }>(
    'SELECT id FROM mission WHERE mechanism_id = ? AND number = ? AND until_seq = ?',
    [mechanism as string, number as number, FOREVER],
  );
  if (rows.every((row) => row.id === own)) return [];
  return [{ pointer: '/number', code: 'duplicate', detail: 'Another mission of this mechanism has this number.' }];
}
