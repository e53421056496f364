import { Injectable } from '@nestjs/common';
import { citationsOf, holdsWords, recordPage, RECORDED, type SortPart } from '@zvit/evidence';
import { type Page } from '@zvit/platform';
import { Store, type View } from '@zvit/store';
import { mechanismNamed } from '../mechanisms/find-mechanism.js';
import { askedParty, namedIds } from '../reading/asked.js';
import { actsOfParty } from './acts-of-party.js';
import { checkFilter, inPeriod, ofKinds, ofMechanisms, restingOnClass } from './timeline-filter.js';
import { TimelineItemDto } from './timeline.dto.js';
import { type JointTimelineQuery, type TimelineQuery } from './timeline-query.dto.js';

const IN_TIME: readonly SortPart[] = [{ sql: 't.sort', kind: 'string' }, RECORDED];

@Injectable()
export class TimelineReader {
  constructor(private readonly store: Store) {}

  async ofOne(view: View, named: string, query: TimelineQuery): Promise<Page<TimelineItemDto>> {
    const mechanism = await mechanismNamed(this.store.db, view, named);
    return this.read(view, [mechanism.id], query);
  }

  async ofSeveral(view: View, query: JointTimelineQuery): Promise<Page<TimelineItemDto>> {
    const ids = query.mechanism && (await namedIds(this.store.db, view, 'mechanism', query.mechanism));
    return this.read(view, ids, query);
  }

  private async read(
    view: View,
    mechanisms: string[] | undefined,
    query: TimelineQuery,
  ): Promise<Page<TimelineItemDto>> {
    await checkFilter(this.store.db, view, query);
    const party = await askedParty(this.store.db, view, query.party);
    if (party !== undefined) return actsOfParty(this.store.db, view, party, mechanisms, query);
    return this.events(view, mechanisms, query);
  }

  private async events(
    view: View,
    mechanisms: string[] | undefined,
    query: TimelineQuery,
  ): Promise<Page<TimelineItemDto>> {
    const { db } = this.store;
    const page = await recordPage(db, view, query, {
      type: 'event',
      where: [
        ...ofMechanisms('t.mechanism_id', mechanisms),
        ...ofKinds('t.kind', query.kind),
        ...inPeriod('t', query),
        ...restingOnClass(view, 't.id', `''`, query.sourceClass),
        ...holdsWords('t.folded', query.text),
      ],
      order: IN_TIME,
    });
    const citations = await citationsOf(
      db,
      view,
      page.items.map((row) => row.id),
    );
    return { items: page.items.map((row) => TimelineItemDto.fromEvent(row, citations.of(row.id))), next: page.next };
  }
}
