import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Change, CHANGES, type FieldChange, type Json, type RecordType } from '@zvit/domain';
import { type SeenRecord } from '@zvit/evidence';
import { HistoryActorDto } from '../history/history.dto.js';
import { MechanismRefDto } from '../reading/named.dto.js';

const ANY_LEAF = {
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array' as const, items: {} },
    { type: 'null' },
  ],
};

/** A record by type, opaque id and the data's own name. */
export class ChangedRecordDto {
  type: string;
  id: string;
  slug: string | null;
}

/** One leaf that differs. Parties and sources stand by the data's own names, other records by their opaque ids. */
export class ChangedFieldDto {
  /** JSON pointer into the record, such as /names/uk or /citations/1/quote. */
  pointer: string;
  /** What stood at `from`; absent where nothing did, which is not null. */
  @ApiPropertyOptional(ANY_LEAF)
  before?: Json;
  /** What stands at `to`; absent where nothing does. */
  @ApiPropertyOptional(ANY_LEAF)
  after?: Json;
  /** Whether only corrections wrote it in between. */
  corrected: boolean;
}

/** An act in between that concerned the record. */
export class ActBetweenDto {
  /** Position in the ledger. */
  seq: number;
  act: string;
  recordedAt: string;
  actor: HistoryActorDto;
  reason: string | null;
}

/** What became of one record. */
export class ChangeDto {
  record: ChangedRecordDto;
  mechanism: MechanismRefDto | null;
  /** corrected: it was wrong, and nothing else. changed: at least one leaf became another. */
  @ApiProperty({ enum: CHANGES })
  change: Change;
  fields: ChangedFieldDto[];
  /** The acts in between, oldest first; none lie between two days in the world. */
  acts: ActBetweenDto[];

  static from(
    type: RecordType,
    row: SeenRecord,
    difference: { readonly change: Change; readonly fields: readonly FieldChange[] },
    acts: ActBetweenDto[],
  ): ChangeDto {
    const { id, key } = row;
    const own = { id: row.mechanismId ?? '', slug: row.mechanismSlug };
    return {
      record: { type, id, slug: key },
      mechanism: type === 'mechanism' ? { id, slug: key } : row.mechanismId === null ? null : own,
      change: difference.change,
      fields: difference.fields.map(({ pointer, corrected, ...sides }) => ({ pointer, ...sides, corrected })),
      acts,
    };
  }
}

export class ChangePageDto {
  items: ChangeDto[];
  next: string | null;
}
