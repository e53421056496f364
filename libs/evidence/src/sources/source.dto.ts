import { ApiProperty } from '@nestjs/swagger';
import { type Classification, classOf, type Rank } from '@zvit/domain';
import { type SeenRecord } from '../citations/record-page.js';

export class SourceDto {
  /** The data's own name, such as nl-note-2023-l638. */
  id: string;
  /** The opaque id, by which history speaks of it. */
  recordId: string;
  version: number;
  class: Classification;
  title: string;
  publisher: string;
  /** primary: an official publisher; secondary: all else. */
  type: string;
  /** Date of the document (EDTF), null where it shows none. */
  @ApiProperty({ format: 'edtf' })
  date: string | null;
  url: string | null;
  language: string;
  /** The place in the larger document, for a passage. */
  locator: string | null;
  /** The larger document that this is a passage of, by the data's own name. */
  partOf: string | null;
  notes: string | null;

  static from(row: SeenRecord, partOf: string | null): SourceDto {
    const { content } = row;
    return {
      id: row.key ?? row.id,
      recordId: row.id,
      version: row.version,
      class: classOf(row.rank as Rank),
      title: content.title as string,
      publisher: content.publisher as string,
      type: content.type as string,
      date: content.date as string | null,
      url: content.url as string | null,
      language: content.language as string,
      locator: (content.locator ?? null) as string | null,
      partOf,
      notes: (content.notes ?? null) as string | null,
    };
  }
}

export class SourcePageDto {
  items: SourceDto[];
  next: string | null;
}
