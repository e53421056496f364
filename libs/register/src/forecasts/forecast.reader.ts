import { Injectable } from '@nestjs/common';
import { isRecordId } from '@zvit/domain';
import { type Condition, recordsById, refuseUnknownTerms, RECORDED, type SortPart, where } from '@zvit/evidence';
import { Store, type View } from '@zvit/store';
import { mechanismNamed } from '../mechanisms/find-mechanism.js';
import { partiesById } from '../reading/named.dto.js';
import { citedPage } from '../reading/records-of.js';
import { ForecastDto, type ForecastPageDto } from './forecast.dto.js';
import { type ForecastsQuery } from './forecasts-query.dto.js';

/** By the last day foreseen: what is due comes first, what has no time last. */
const BY_DUE_DAY: readonly SortPart[] = [{ sql: `COALESCE(t.latest, '~')`, kind: 'string' }, RECORDED];

@Injectable()
export class ForecastReader {
  constructor(private readonly store: Store) {}

  /** Forecasts of one mechanism, or of all. */
  async list(view: View, mechanism: string | undefined, query: ForecastsQuery): Promise<ForecastPageDto> {
    const { db } = this.store;
    const conditions: Condition[] = [];
    if (mechanism !== undefined)
      conditions.push(where('t.mechanism_id = ?', (await mechanismNamed(db, view, mechanism)).id));
    await refuseUnknownTerms(db, view, [['/outcome', ['forecast_outcomes'], query.outcome]]);
    if (query.outcome?.length)
      conditions.push(where(`t.outcome IN (${query.outcome.map(() => '?').join(', ')})`, ...query.outcome));
    // Without a latest day nothing is overdue: COALESCE keeps NULL out of the comparison, and so out of its negation.
    if (query.overdue !== undefined)
      conditions.push(
        where(`${query.overdue ? '' : 'NOT '}(t.outcome = 'open' AND COALESCE(t.latest, '~') < ?)`, view.validOn),
      );
    const page = await citedPage(db, view, query, { type: 'forecast', where: conditions, order: BY_DUE_DAY });
    const contents = page.items.map((row) => row.content);
    const parties = await partiesById(db, view, contents.map((content) => content.by as string).filter(isRecordId));
    const linked = contents.flatMap((content) => [content.metBy, content.laterEvent]);
    const ids = linked.filter((id): id is string => typeof id === 'string');
    const events = await recordsById(db, view, 'event', ids);
    const items = page.items.map((row) =>
      ForecastDto.from(row, view.validOn, parties, events, page.citations.of(row.id)),
    );
    return { items, next: page.next };
  }
}
