import { type Content, orderChain, statusOn, type StatusOnDay, type Step } from '@zvit/domain';
import { recordsById, type SeenRecord } from '@zvit/evidence';
import { type Db, type View, visible } from '@zvit/store';
import { NamesDto } from '../reading/named.dto.js';
import { StatusDto } from './status.dto.js';

interface StepRow {
  readonly id: string;
  readonly mechanism_id: string;
  readonly content: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly position: number;
}

/** A mechanism's status on the view's day, with the step that it rests on. */
export interface StatusSeen {
  readonly onDay: StatusOnDay;
  readonly dto: StatusDto;
  /** Content of the step by which the status began, or was last renewed. */
  readonly step: Content;
}

/** The statuses of some mechanisms on the view's day, in two queries; a mechanism before its first step is missing. */
export async function statusesOf(
  db: Db,
  view: View,
  mechanisms: readonly SeenRecord[],
): Promise<Map<string, StatusSeen>> {
  if (mechanisms.length === 0) return new Map();
  const labels = await labelsOf(
    db,
    view,
    mechanisms.map((row) => row.content.lifecycle as string),
  );
  const rows = await db.all<StepRow>(
    `SELECT t.id, t.mechanism_id, t.content, t.earliest, t.latest, t.position FROM "transition" t
     WHERE t.mechanism_id IN (${mechanisms.map(() => '?').join(', ')}) AND ${visible(view, 't')}`,
    mechanisms.map((row) => row.id),
  );
  const chains = new Map<string, StepRow[]>();
  for (const row of rows) chains.set(row.mechanism_id, [...(chains.get(row.mechanism_id) ?? []), row]);
  const found = new Map<string, StatusSeen>();
  for (const { id, content } of mechanisms) {
    const seen = statusIn(chains.get(id) ?? [], view.validOn, labels.get(content.lifecycle as string) ?? new Map());
    if (seen) found.set(id, seen);
  }
  return found;
}

function statusIn(
  rows: readonly StepRow[],
  day: string,
  labels: ReadonlyMap<string, NamesDto>,
): StatusSeen | undefined {
  const contents = new Map(rows.map((row) => [row.id, JSON.parse(row.content) as Content]));
  const steps = rows.map((row): Step => {
    const { from, to, date } = contents.get(row.id)! as { from: string | null; to: string; date: string };
    return {
      id: row.id,
      from,
      to,
      effective: { edtf: date, earliest: row.earliest, latest: row.latest },
      order: row.position,
    };
  });
  const onDay = statusOn(orderChain(steps), day);
  if (onDay === null) return undefined;
  const step = contents.get(onDay.renewedBy ?? onDay.by)!;
  return { onDay, dto: StatusDto.from(onDay, labels, contents.get(onDay.by)!, step), step };
}

/** The labels of each lifecycle's statuses, by the lifecycle's opaque id. */
async function labelsOf(db: Db, view: View, ids: readonly string[]): Promise<Map<string, Map<string, NamesDto>>> {
  const lifecycles = await recordsById(db, view, 'lifecycle', ids);
  return new Map([...lifecycles].map(([id, row]) => [id, labelsIn(row.content)]));
}

export function labelsIn(lifecycle: Content): Map<string, NamesDto> {
  const statuses = Object.values(lifecycle.statuses as Record<string, Content>);
  return new Map(statuses.map((status) => [status.id as string, NamesDto.from(status)]));
}

/** Every status that a lifecycle of the record knows. */
export async function knownStatuses(db: Db, view: View): Promise<Set<string>> {
  const rows = await db.all<{ content: string }>(`SELECT l.content FROM lifecycle l WHERE ${visible(view, 'l')}`);
  return new Set(rows.flatMap((row) => [...labelsIn(JSON.parse(row.content) as Content).keys()]));
}
