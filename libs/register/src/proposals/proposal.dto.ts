import { ApiProperty } from '@nestjs/swagger';
import { type Json, type ProposalState } from '@zvit/domain';
import { CitationDto } from '@zvit/evidence';
import { StatusLabelDto } from '../mechanisms/status.dto.js';
import { MechanismRefDto } from '../reading/named.dto.js';
import { SpanDto } from '../reading/span.dto.js';
import { BlockerDto, FulfilmentDto } from '../transitions/transitions.dto.js';
import { PersonRefDto, PROPOSES } from './decided.dto.js';
import { FIELD_CHANGES } from './proposed-changes.js';

const ANY_JSON = {
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', items: {} },
    { type: 'object' },
    { type: 'null' },
  ],
};

/** The record that a proposal is about. */
export class ProposedRecordDto {
  type: string;
  id: string;
  /** The data's own name, where it has one. */
  slug: string | null;
}

/** One field that would be another. */
export class ProposedFieldDto {
  /** JSON pointer into the record; /amends/{id}/from: the beginning of another step, which would move with this one. */
  pointer: string;
  change: (typeof FIELD_CHANGES)[number];
  /** As it stands, or stood when the proposal was decided; null where nothing stands. */
  @ApiProperty(ANY_JSON)
  before: Json;
  /** As it would read; null where nothing would stand. */
  @ApiProperty(ANY_JSON)
  after: Json;
}

/** A step of status as it would read, with what its statuses are called; one to be taken back, as it stands. */
export class ProposedStepDto {
  from: StatusLabelDto | null;
  to: StatusLabelDto;
  effective: SpanDto | null;
  reason: string;
  fulfilment: FulfilmentDto | null;
  termEnds: string | null;
  verified: boolean;
}

/** Something that waits for a second pair of eyes, or waited. */
export class ProposalDto {
  /** The record's id and the number of the proposal about it. */
  id: string;
  /** The version that the proposal made of the record's history. */
  number: number;
  record: ProposedRecordDto;
  mechanism: MechanismRefDto | null;
  verb: (typeof PROPOSES)[number];
  state: ProposalState;
  proposer: PersonRefDto;
  proposedAt: string;
  /** Position in the ledger of the entry that proposed it. */
  seq: number;
  /** The hash that an approval names. */
  contentHash: string;
  /** Why: of a new step, why the status moved; otherwise why what is recorded is to be changed, corrected or taken back. */
  reason: string | null;
  /** What exactly would change. */
  fields: ProposedFieldDto[];
  /** Of proposals about a status. */
  step: ProposedStepDto | null;
  /** What the record would rest on; of what would be taken back, what it rests on. */
  evidence: CitationDto[];
  /** What stands against it if the reader approved it, as the approval would find it. */
  blockers: BlockerDto[];
  /** Whether the reader has the role, is another person than the proposer, and there is still something to decide. */
  mayDecide: boolean;
  /** Who approved, rejected or withdrew. */
  decidedBy: PersonRefDto | null;
  /** When it was decided, or went stale. */
  decidedAt: string | null;
  /** Why it was rejected or withdrawn. */
  decision: string | null;
}

export class ProposalPageDto {
  items: ProposalDto[];
  next: string | null;
}
