import { ApiProperty } from '@nestjs/swagger';
import { type Content } from '@zvit/domain';

/** The source of a citation: enough to find it and to weigh it. */
export class CitedSourceDto {
  /** The data's own name of the source, such as nl-note-2023-l638. */
  id: string;
  title: string;
  publisher: string;
  /** primary: an official publisher; secondary: all else. */
  type: string;
  /** Date of the document (EDTF), null where it shows none. */
  @ApiProperty({ format: 'edtf' })
  date: string | null;
  url: string | null;
  language: string;

  static from(source: { id: string; key: string | null; content: Content }): CitedSourceDto {
    const { content } = source;
    return {
      id: source.key ?? source.id,
      title: content.title as string,
      publisher: content.publisher as string,
      type: content.type as string,
      date: content.date as string | null,
      url: content.url as string | null,
      language: content.language as string,
    };
  }
}

/** What a statement rests on: a source, the place in it, its words. */
export class CitationDto {
  /** The record's id and the place of the citation in it. */
  id: string;
  source: CitedSourceDto;
  locator: string | null;
  quote: string | null;
}
