import { type Content, hasComeBy, type RecordType, type StatusOnDay } from '@zvit/domain';
import { type SeenRecord } from '@zvit/evidence';
import { type Db, type View } from '@zvit/store';
import { statusesOf } from '../mechanisms/statuses-of.js';
import { effectsIn, standingOf } from '../participants/standings.js';
import { TrackDto } from '../tracks/track.dto.js';

/** Types of record that say something else on one day of the world than on another. */
export const WORLDLY = ['mechanism', 'participation', 'condition', 'track'] as const satisfies readonly RecordType[];
export type WorldlyType = (typeof WORLDLY)[number];

/** What a record says of a day: leaves that follow from its dates, and whether it is in force, or there, at all. */
export interface WorldState {
  readonly state: Content;
  readonly there: boolean;
}

/** What records of one type say of the view's day, by their ids. */
export async function onDay(
  db: Db,
  view: View,
  type: WorldlyType,
  rows: readonly SeenRecord[],
): Promise<Map<string, WorldState>> {
  if (type === 'mechanism') return statuses(db, view, rows);
  if (type === 'participation') {
    const effects = await effectsIn(db, view);
    return each(rows, (row) => {
      const standing = standingOf(view.validOn, row, effects);
      return { state: { standing }, there: standing !== 'no' };
    });
  }
  if (type === 'condition') return each(rows, ({ content }) => ({ state: { met: metBy(view, content) }, there: true }));
  return each(rows, (row) => ({ state: { passed: TrackDto.from(row, view.validOn, []).passed }, there: true }));
}

const each = (rows: readonly SeenRecord[], say: (row: SeenRecord) => WorldState) =>
  new Map(rows.map((row) => [row.id, say(row)]));

/** A condition that is not recorded as met was not met on any day. */
const metBy = ({ validOn }: View, { status, metOn }: Content): string =>
  status === 'met' ? hasComeBy(validOn, (metOn ?? null) as string | null) : 'no';

async function statuses(db: Db, view: View, rows: readonly SeenRecord[]): Promise<Map<string, WorldState>> {
  const found = await statusesOf(db, view, rows);
  return each(rows, ({ id }): WorldState => {
    const status = found.get(id)?.onDay;
    if (!status) return { state: {}, there: false };
    return { state: { status: statusLeaves(status) }, there: true };
  });
}

const statusLeaves = ({ possibly, ...status }: StatusOnDay): Content =>
  possibly === undefined ? { ...status } : { ...status, possibly: [...possibly] };
