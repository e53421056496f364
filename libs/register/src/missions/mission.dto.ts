import { CitationDto, type SeenRecord } from '@zvit/evidence';
import { HeadDto, headOf } from '../reading/head.dto.js';
import { SpanDto } from '../reading/span.dto.js';

/** One of a series of missions, counted from 1. */
export class MissionDto extends HeadDto {
  number: number;
  period: SpanDto | null;
  /** Size, lead or names; null where not known. */
  team: string | null;
  verified: boolean;
  citations: CitationDto[];

  static from(row: SeenRecord, citations: CitationDto[]): MissionDto {
    const { content } = row;
    return {
      ...headOf(row),
      number: content.number as number,
      period: SpanDto.from(content.period, content.extent),
      team: content.team as string | null,
      verified: content.verified === true,
      citations,
    };
  }
}

export class MissionPageDto {
  items: MissionDto[];
  next: string | null;
}
