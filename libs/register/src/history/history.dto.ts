import { ApiProperty } from '@nestjs/swagger';
import { type Json } from '@zvit/domain';
import { MechanismRefDto } from '../reading/named.dto.js';

export class HistoryActorDto {
  /** The person, by opaque id. */
  id: string;
  name: string | null;
}

export class HistoryRecordDto {
  type: string;
  id: string;
  /** The data's own name, where it has one. */
  slug: string | null;
  /** The version that the act made. */
  version: number;
}

/** One act as the ledger has it. */
export class HistoryItemDto {
  /** Position in the ledger. */
  seq: number;
  recordedAt: string;
  actor: HistoryActorDto;
  /** Type and verb, such as transition.approve. */
  act: string;
  record: HistoryRecordDto;
  mechanism: MechanismRefDto | null;
  /** The batch that it came in. */
  batch: string | null;
  reason: string | null;
  /** Hash of the entry's leaf (RFC 6962), hexadecimal. */
  leafHash: string;
}

export class HistoryPageDto {
  items: HistoryItemDto[];
  next: string | null;
}

/** A content field of an entry. Null members: destroyed by law; its digest stays. */
export class EntryFieldDto {
  /** SHA-256 of the disclosure, base64url, as the envelope has it. */
  digest: string;
  /** A JSON pointer into the record, or a plain name for what speaks of the act. */
  name: string | null;
  /** Any JSON; the empty object says that the field was taken away. */
  @ApiProperty({
    oneOf: [
      { type: 'string' },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'array', items: {} },
      { type: 'object' },
      { type: 'null' },
    ],
  })
  value: Json;
  /** The disclosure (RFC 9901), base64url: salt, name and value. */
  disclosure: string | null;
}

/** One entry in full. */
export class EntryDto extends HistoryItemDto {
  /** The exact text that was hashed: canonical JSON (RFC 8785), UTF-8. */
  envelope: string;
  fields: EntryFieldDto[];
}
