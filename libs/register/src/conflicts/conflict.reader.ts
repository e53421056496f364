import { Injectable } from '@nestjs/common';
import { KnownPageQuery } from '@zvit/evidence';
import { Store, type View } from '@zvit/store';
import { recordsOf } from '../reading/records-of.js';
import { ConflictDto, type ConflictPageDto } from './conflict.dto.js';

@Injectable()
export class ConflictReader {
  constructor(private readonly store: Store) {}

  async list(view: View, mechanism: string, query: KnownPageQuery): Promise<ConflictPageDto> {
    const page = await recordsOf(this.store.db, view, mechanism, query, { type: 'conflict' });
    return { items: page.items.map((row) => ConflictDto.from(row, page.citations)), next: page.next };
  }
}
