import { Injectable } from '@nestjs/common';
import { type PageQuery } from '@zvit/platform';
import { Store, type View } from '@zvit/store';
import { partiesById } from '../reading/named.dto.js';
import { recordsOf } from '../reading/records-of.js';
import { actCounts, holdingIn } from '../transitions/lifecycle-state.js';
import { ConditionDto, type ConditionPageDto } from './condition.dto.js';

@Injectable()
export class ConditionReader {
  constructor(private readonly store: Store) {}

  async list(view: View, mechanism: string, query: PageQuery): Promise<ConditionPageDto> {
    const { db } = this.store;
    const page = await recordsOf(db, view, mechanism, query, { type: 'condition' });
    const holders = page.items.map((row) => row.content.holder as string);
    const parties = await partiesById(
      db,
      view,
      holders.filter((holder) => holder !== 'mechanism'),
    );
    const isCounted = page.items.some((row) => row.content.threshold !== undefined);
    const counts = isCounted ? await actCounts(db, holdingIn(view), page.mechanismId) : new Map<string, number>();
    const items = page.items.map((row) => {
      const party = parties.get(row.content.holder as string) ?? null;
      return ConditionDto.from(row, party, counts, page.citations.of(row.id));
    });
    return { items, next: page.next };
  }
}
