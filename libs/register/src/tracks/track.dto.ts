import { type Day, readDate } from '@zvit/domain';
import { CitationDto, type SeenRecord } from '@zvit/evidence';
import { HeadDto, headOf } from '../reading/head.dto.js';

/** Something that runs in parallel under a mechanism, with a status of its own. */
export class TrackDto extends HeadDto {
  subject: string;
  status: string;
  /** Since when (EDTF). */
  since: string;
  /** When it expires unless prolonged (EDTF). */
  expires: string | null;
  /** Whether that time has certainly passed on the day that was asked for. */
  passed: boolean;
  citations: CitationDto[];

  static from(row: SeenRecord, day: Day, citations: CitationDto[]): TrackDto {
    const { content } = row;
    const expires = (content.expires ?? null) as string | null;
    const latest = expires === null ? null : readDate(expires).span?.latest;
    return {
      ...headOf(row),
      subject: content.subject as string,
      status: content.status as string,
      since: content.since as string,
      expires,
      passed: latest != null && latest < day,
      citations,
    };
  }
}

export class TrackPageDto {
  items: TrackDto[];
  next: string | null;
}
