import { type Day } from '@zvit/domain';
import { CitationDto, type SeenRecord } from '@zvit/evidence';
import { HeadDto, headOf } from '../reading/head.dto.js';
import { PartyRefDto } from '../reading/named.dto.js';
import { SpanDto } from '../reading/span.dto.js';

/** An event that met a forecast, or came too late. */
export class EventRefDto {
  id: string;
  slug: string | null;
  title: string;
  happened: SpanDto | null;
  verified: boolean;

  static from(row: SeenRecord): EventRefDto {
    const { title, date, extent, verified } = row.content;
    const happened = SpanDto.from(date, extent);
    return { id: row.id, slug: row.key, title: title as string, happened, verified: verified === true };
  }
}

/** Who foresaw it: a party, or a body or person that is none. */
export class ForecasterDto {
  name: string;
  party: PartyRefDto | null;
}

/** What someone said would happen, or a time limit that was set. */
export class ForecastDto extends HeadDto {
  statement: string;
  by: ForecasterDto;
  /** EDTF. */
  madeOn: string;
  /** The time foreseen; null where none was given. */
  expected: SpanDto | null;
  /** open, met, missed or overtaken, by the sources read. */
  outcome: string;
  /** Still open, though the time foreseen has certainly passed on the day that was asked for. */
  overdue: boolean;
  metBy: EventRefDto | null;
  /** What came too late, or took the object away. */
  laterEvent: EventRefDto | null;
  verified: boolean;
  citations: CitationDto[];

  static from(
    row: SeenRecord,
    day: Day,
    parties: ReadonlyMap<string, PartyRefDto>,
    events: ReadonlyMap<string, SeenRecord>,
    citations: CitationDto[],
  ): ForecastDto {
    const { content } = row;
    const party = parties.get(content.by as string) ?? null;
    const expected = SpanDto.from(content.expected, content.extent);
    const latest = expected?.latest ?? null;
    const event = (id: unknown) =>
      typeof id === 'string' && events.has(id) ? EventRefDto.from(events.get(id)!) : null;
    return {
      ...headOf(row),
      statement: content.statement as string,
      by: { name: party?.names.en ?? (content.by as string), party },
      madeOn: content.madeOn as string,
      expected,
      outcome: content.outcome as string,
      overdue: content.outcome === 'open' && latest !== null && latest < day,
      metBy: event(content.metBy),
      laterEvent: event(content.laterEvent),
      verified: content.verified === true,
      citations,
    };
  }
}

export class ForecastPageDto {
  items: ForecastDto[];
  next: string | null;
}
