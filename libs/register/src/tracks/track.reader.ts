import { Injectable } from '@nestjs/common';
import { MomentPageQuery } from '@zvit/platform';
import { Store, type View } from '@zvit/store';
import { recordsOf } from '../reading/records-of.js';
import { TrackDto, type TrackPageDto } from './track.dto.js';

@Injectable()
export class TrackReader {
  constructor(private readonly store: Store) {}

  async list(view: View, mechanism: string, query: MomentPageQuery): Promise<TrackPageDto> {
    const page = await recordsOf(this.store.db, view, mechanism, query, { type: 'track' });
    const items = page.items.map((row) => TrackDto.from(row, view.validOn, page.citations.of(row.id)));
    return { items, next: page.next };
  }
}
