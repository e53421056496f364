import { Injectable } from '@nestjs/common';
import { KnownPageQuery } from '@zvit/evidence';
import { Store, type View } from '@zvit/store';
import { recordsOf } from '../reading/records-of.js';
import { NoteDto, type NotePageDto } from './note.dto.js';

@Injectable()
export class NoteReader {
  constructor(private readonly store: Store) {}

  async list(view: View, mechanism: string, query: KnownPageQuery): Promise<NotePageDto> {
    const page = await recordsOf(this.store.db, view, mechanism, query, { type: 'note' });
    return { items: page.items.map((row) => NoteDto.from(row, page.citations.of(row.id))), next: page.next };
  }
}
