import { type Content } from '@zvit/domain';
import { CitationDto, type SeenRecord } from '@zvit/evidence';
import { HeadDto, headOf } from '../reading/head.dto.js';
import { NamesDto, PartyRefDto } from '../reading/named.dto.js';
import { SpanDto } from '../reading/span.dto.js';

/** Something on a timeline: an event, or an act by which a party took part. */
export class TimelineItemDto extends HeadDto {
  /** event or participation-act. */
  type: string;
  /** Kind of the event, or the act of participation. */
  kind: string;
  /** When it happened; null where no source says. */
  happened: SpanDto | null;
  /** Where an undated item stands among dated ones. */
  orderKey: string | null;
  title: string;
  description: string | null;
  place: string | null;
  /** The party and its role, for acts of participation. */
  party: PartyRefDto | null;
  role: string | null;
  /** false: inferred or from general knowledge, not to be shown as fact. */
  verified: boolean;
  citations: CitationDto[];

  static fromEvent(row: SeenRecord, citations: CitationDto[]): TimelineItemDto {
    const { content } = row;
    return {
      ...headOf(row),
      type: 'event',
      kind: content.kind as string,
      happened: SpanDto.from(content.date, content.extent),
      orderKey: (content.orderKey ?? null) as string | null,
      title: content.title as string,
      description: content.description as string,
      place: content.place as string | null,
      party: null,
      role: null,
      verified: content.verified === true,
      citations,
    };
  }

  /** The act number `n` of a participation. Its id is the participation's with the place of the act in it. */
  static fromAct(row: SeenRecord, n: number, party: PartyRefDto | null, citations: CitationDto[]): TimelineItemDto {
    const { content } = row;
    const act = (content.acts as Record<string, Content>)[String(n)]!;
    const names: NamesDto | undefined = party?.names;
    return {
      ...headOf(row),
      id: `${row.id}/acts/${n}`,
      type: 'participation-act',
      kind: act.act as string,
      happened: SpanDto.from(act.date, act.extent),
      orderKey: null,
      title: `${names?.en ?? ''}: ${act.act as string} (${content.role as string})`,
      description: null,
      place: null,
      party,
      role: content.role as string,
      verified: content.verified === true,
      citations,
    };
  }
}

export class TimelinePageDto {
  items: TimelineItemDto[];
  next: string | null;
}
