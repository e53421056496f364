import { type Content } from '@zvit/domain';
import { CitationDto, type Citations, type SeenRecord } from '@zvit/evidence';
import { HeadDto, headOf } from '../reading/head.dto.js';

/** What one side of a conflict says. */
export class ConflictValueDto {
  value: string;
  citations: CitationDto[];
}

/** Sources that differ. Kept even when it is clear which is right. */
export class ConflictDto extends HeadDto {
  /** What they differ on: a path such as events.<id>.date. */
  field: string;
  values: ConflictValueDto[];
  /** One of the values; null where none is preferred. */
  preferred: string | null;
  resolution: string;

  static from(row: SeenRecord, citations: Citations): ConflictDto {
    const { content } = row;
    const values = Object.entries(content.values as Record<string, Content>);
    return {
      ...headOf(row),
      field: content.field as string,
      values: values.map(([n, one]) => ({
        value: one.value as string,
        citations: citations.of(row.id, `/values/${n}`),
      })),
      preferred: content.preferred as string | null,
      resolution: content.resolution as string,
    };
  }
}

export class ConflictPageDto {
  items: ConflictDto[];
  next: string | null;
}
