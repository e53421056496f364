import { ApiProperty } from '@nestjs/swagger';
import { type Content, type Standing } from '@zvit/domain';
import { CitationDto, type Citations, type SeenRecord } from '@zvit/evidence';
import { HeadDto, headOf } from '../reading/head.dto.js';
import { PartyRefDto } from '../reading/named.dto.js';
import { SpanDto } from '../reading/span.dto.js';

/** One act of a party in its role. */
export class ParticipantActDto {
  act: string;
  /** EDTF, null where it is not known. */
  @ApiProperty({ format: 'edtf' })
  date: string | null;
  /** within or throughout, beside an interval. */
  extent: string | null;
  happened: SpanDto | null;
  citations: CitationDto[];
}

/** A party's part in a mechanism, in one role. */
export class ParticipantDto extends HeadDto {
  party: PartyRefDto | null;
  role: string;
  /** When it began (EDTF); null: not known. */
  since: string | null;
  sinceSpan: SpanDto | null;
  /** When it ended (EDTF); null: no end is known, which is not "still there". */
  until: string | null;
  untilSpan: SpanDto | null;
  /** open: a source shows it at the date in attestedUntil; unknown: no source says; ended: it did. */
  end: string;
  attestedUntil: string | null;
  /** On the day that was asked for: no, possible, presumed or attested. */
  standing: Standing;
  acts: ParticipantActDto[];
  /** false: inferred or from general knowledge, not to be shown as fact. */
  verified: boolean;
  citations: CitationDto[];

  static from(row: SeenRecord, party: PartyRefDto | null, standing: Standing, citations: Citations): ParticipantDto {
    const { content } = row;
    const { joined, left, end, attestedUntil } = content as Record<string, string | null | undefined>;
    const acts = Object.entries((content.acts ?? {}) as Record<string, Content>);
    const span = (edtf: string | null | undefined) =>
      SpanDto.from(edtf, acts.find(([, act]) => act.date === edtf && act.extent !== undefined)?.[1].extent);
    return {
      ...headOf(row),
      party,
      role: content.role as string,
      since: joined ?? null,
      sinceSpan: span(joined),
      until: left ?? null,
      untilSpan: span(left),
      end: end ?? 'ended',
      attestedUntil: attestedUntil ?? null,
      standing,
      acts: acts.map(([n, act]) => ({
        act: act.act as string,
        date: act.date as string | null,
        extent: (act.extent ?? null) as string | null,
        happened: SpanDto.from(act.date, act.extent),
        citations: citations.of(row.id, `/acts/${n}`),
      })),
      verified: content.verified === true,
      citations: citations.of(row.id),
    };
  }
}

export class ParticipantPageDto {
  items: ParticipantDto[];
  next: string | null;
}
