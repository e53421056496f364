import {
  type Content,
  type Day,
  type Effect,
  type Effects,
  type Participation,
  type ParticipationAct,
  type Standing,
  standingOn,
} from '@zvit/domain';
import { type SeenRecord } from '@zvit/evidence';
import { type Db, type View, visible } from '@zvit/store';

/** What each act of participation does to belonging, by the vocabulary as the view shows it. */
export async function effectsIn(db: Db, view: View): Promise<Effects> {
  const row = await db.get<{ content: string }>(
    `SELECT v.content FROM vocabulary v WHERE v.key = 'participation_acts' AND ${visible(view, 'v')}`,
  );
  if (!row) return new Map();
  const { terms } = JSON.parse(row.content) as { terms: Record<string, { id: string; effect?: Effect }> };
  return new Map(Object.values(terms).map((term) => [term.id, term.effect ?? 'none']));
}

/** How surely a recorded participation stood on a day. */
export function standingOf(day: Day, { content }: SeenRecord, effects: Effects): Standing {
  const { joined, left, end, attestedUntil } = content as unknown as Participation;
  const acts = Object.values((content.acts ?? {}) as Record<string, Content>) as unknown as ParticipationAct[];
  return standingOn(day, { joined, left, end: end ?? null, attestedUntil: attestedUntil ?? null, acts }, effects);
}
