import { Injectable } from '@nestjs/common';
import { KnownPageQuery, RECORDED, type SortPart } from '@zvit/evidence';
import { Store, type View } from '@zvit/store';
import { recordsOf } from '../reading/records-of.js';
import { MissionDto, type MissionPageDto } from './mission.dto.js';

const BY_NUMBER: readonly SortPart[] = [{ sql: 't.number', kind: 'integer' }, RECORDED];

@Injectable()
export class MissionReader {
  constructor(private readonly store: Store) {}

  async list(view: View, mechanism: string, query: KnownPageQuery): Promise<MissionPageDto> {
    const page = await recordsOf(this.store.db, view, mechanism, query, { type: 'mission', order: BY_NUMBER });
    return { items: page.items.map((row) => MissionDto.from(row, page.citations.of(row.id))), next: page.next };
  }
}
