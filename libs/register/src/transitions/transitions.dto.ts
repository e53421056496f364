import { IntersectionType } from '@nestjs/swagger';
import { CitationDto } from '@zvit/evidence';
import { StatusDto } from '../mechanisms/status.dto.js';
import { DecidedDto } from '../proposals/decided.dto.js';
import { HeadDto } from '../reading/head.dto.js';
import { MechanismRefDto, NamesDto } from '../reading/named.dto.js';
import { SpanDto } from '../reading/span.dto.js';

/** A reason against a step: its code, its parameters, and a sentence in each language. */
export class BlockerDto {
  code: string;
  sentences: NamesDto;
  [parameter: string]: unknown;
}

/** A step that the lifecycle lists out of the status in force, with all that stands against it. */
export class PossibleStepDto {
  from: string | null;
  to: string;
  /** What the status is called that it leads to. */
  names: NamesDto;
  /** What has to be fulfilled beyond the evidence, in the words of the lifecycle. */
  condition: string | null;
  requirement: string | null;
  /** What a lawyer would expect to see. */
  evidence: string;
  /** None: it may be proposed as it is. */
  blockers: BlockerDto[];
}

/** How the condition of a step was fulfilled. */
export class FulfilmentDto {
  text: string | null;
  /** Conditions of the mechanism that are recorded as met: by the data's own names, or ids. */
  conditions: string[];
  citations: CitationDto[];
}

/** A step of a mechanism's status: recorded, or proposed. */
export class TransitionDto extends IntersectionType(HeadDto, DecidedDto) {
  from: string | null;
  to: string;
  /** When it took effect in the world. */
  effective: SpanDto | null;
  reason: string;
  fulfilment: FulfilmentDto | null;
  /** Last day of the term that begins with the step (EDTF), null where it has none or none is known. */
  termEnds: string | null;
  citations: CitationDto[];
  /** false: inferred or from general knowledge, not to be shown as fact. */
  verified: boolean;
  /** Came with the reference data, approved by whoever loaded it. */
  imported: boolean;
}

/** A mechanism's status, where it can go, and how it came there. */
export class TransitionsDto {
  mechanism: MechanismRefDto;
  /** null: before the first step. */
  current: StatusDto | null;
  possible: PossibleStepDto[];
  /** The recorded steps in the order in which they took effect, then what is or was proposed, in the order of proposing. */
  items: TransitionDto[];
}

/** One step, with everything that was proposed about it. */
export class TransitionWithProposalsDto extends TransitionDto {
  proposals: TransitionDto[];
}
