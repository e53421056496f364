import { KnownPageQuery, CitationDto, type SeenRecord } from '@zvit/evidence';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { HeadDto, headOf } from '../reading/head.dto.js';
import { SpanDto } from '../reading/span.dto.js';

export class FiguresQuery extends KnownPageQuery {
  /** What is counted, such as members. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  measure?: string;
}

/** A number that a source gives for a date. */
export class FigureDto extends HeadDto {
  measure: string;
  value: number;
  unit: string;
  /** exact, about, more-than, less-than or at-least. */
  precision: string;
  asOf: SpanDto | null;
  verified: boolean;
  citations: CitationDto[];

  static from(row: SeenRecord, citations: CitationDto[]): FigureDto {
    const { content } = row;
    return {
      ...headOf(row),
      measure: content.measure as string,
      value: content.value as number,
      unit: content.unit as string,
      precision: content.precision as string,
      asOf: SpanDto.from(content.asOf, content.extent),
      verified: content.verified === true,
      citations,
    };
  }
}

export class FigurePageDto {
  items: FigureDto[];
  next: string | null;
}
