import { type Condition, refuseUnknownTerms, where } from '@zvit/evidence';
import { type Db, type View, visible } from '@zvit/store';
import { askedPeriod } from '../reading/asked.js';
import { type TimelineQuery } from './timeline-query.dto.js';

/** Refuses kinds and source classes that no vocabulary of the record knows. */
export async function checkFilter(db: Db, view: View, query: TimelineQuery): Promise<void> {
  const kinds = query.party === undefined ? ['event_kinds'] : ['participation_acts'];
  await refuseUnknownTerms(db, view, [
    ['/kind', kinds, query.kind],
    ['/sourceClass', ['source_types'], query.sourceClass],
  ]);
}

export const ofMechanisms = (column: string, ids: readonly string[] | undefined): Condition[] =>
  ids === undefined ? [] : [where(`${column} IN (${ids.map(() => '?').join(', ') || 'NULL'})`, ...ids)];

export const ofKinds = (column: string, kinds: readonly string[] | undefined): Condition[] =>
  kinds?.length ? ofMechanisms(column, kinds) : [];

/** What can touch the period that was asked for: a date that is only known to the month touches all its days. */
export function inPeriod(alias: string, query: TimelineQuery): Condition[] {
  const { from, to } = askedPeriod(query);
  return [
    ...(from === null ? [] : [where(`(${alias}.latest IS NULL OR ${alias}.latest >= ?)`, from)]),
    ...(to === null ? [] : [where(`(${alias}.earliest IS NULL OR ${alias}.earliest <= ?)`, to)]),
  ];
}

/** What rests on at least one source of a class. */
export function restingOnClass(view: View, record: string, path: string, sourceClass: string | undefined): Condition[] {
  if (sourceClass === undefined) return [];
  const holds = `c.from_seq <= ${view.seq} AND c.until_seq > ${view.seq}`;
  return [
    where(
      `EXISTS (SELECT 1 FROM citation c JOIN "source" s ON s.id = c.source_id
       WHERE c.record_id = ${record} AND c.path = ${path} AND ${holds} AND ${visible(view, 's')} AND s.type = ?)`,
      sourceClass,
    ),
  ];
}
