import { Injectable } from '@nestjs/common';
import { type Content, Refusal } from '@zvit/domain';
import { BY_KEY, citationsOf, recordNamed, recordPage, type SeenRecord } from '@zvit/evidence';
import { type PageQuery } from '@zvit/platform';
import { Store, type View } from '@zvit/store';
import { partiesById } from '../reading/named.dto.js';
import { LifecycleDto, type LifecyclePageDto } from './lifecycle.dto.js';

@Injectable()
export class LifecycleReader {
  constructor(private readonly store: Store) {}

  async list(view: View, query: PageQuery): Promise<LifecyclePageDto> {
    const page = await recordPage(this.store.db, view, query, { type: 'lifecycle', where: [], order: BY_KEY });
    return { items: await this.dtos(view, page.items), next: page.next };
  }

  async one(view: View, named: string): Promise<LifecycleDto> {
    const row = await recordNamed(this.store.db, view, 'lifecycle', named);
    if (!row) throw new Refusal('not-found', 'There is no such lifecycle.');
    const [dto] = await this.dtos(view, [row]);
    return dto!;
  }

  private async dtos(view: View, rows: readonly SeenRecord[]): Promise<LifecycleDto[]> {
    const { db } = this.store;
    const conditions = rows.flatMap((row) => Object.values((row.content.supportConditions ?? {}) as Content));
    const parties = await partiesById(
      db,
      view,
      conditions.map((one) => (one as Content).holder as string),
    );
    const citations = await citationsOf(
      db,
      view,
      rows.map((row) => row.id),
    );
    return rows.map((row) => LifecycleDto.from(row, parties, citations));
  }
}
