import { CitationDto, type SeenRecord } from '@zvit/evidence';
import { HeadDto, headOf } from '../reading/head.dto.js';

/** An editor's remark on a mechanism: a gap, or a statement of a single source. It may rest on nothing. */
export class NoteDto extends HeadDto {
  text: string;
  citations: CitationDto[];

  static from(row: SeenRecord, citations: CitationDto[]): NoteDto {
    return { ...headOf(row), text: row.content.text as string, citations };
  }
}

export class NotePageDto {
  items: NoteDto[];
  next: string | null;
}
