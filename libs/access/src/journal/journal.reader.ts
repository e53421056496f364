import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf, type PageQuery, rowsToRead } from '@zvit/platform';
import { FOREVER, Store } from '@zvit/store';
import { JournalDto, JournalItemDto } from './journal.dto.js';

@Injectable()
export class JournalReader {
  constructor(private readonly store: Store) {}

  async page(query: PageQuery): Promise<JournalDto> {
    const [before] = decodeCursor(query.cursor, ['integer']) ?? [FOREVER];
    const rows = await this.store.db.all<{ seq: number; bytes: string; hash: string }>(
      'SELECT seq, bytes, hash FROM access_journal WHERE seq < ? ORDER BY seq DESC LIMIT ?',
      [before, rowsToRead(query)],
    );
    const page = pageOf(
      query,
      rows,
      (row) => [row.seq],
      (row) => JournalItemDto.from(row),
    );
    return Object.assign(new JournalDto(), page);
  }
}
