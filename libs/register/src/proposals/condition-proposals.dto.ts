import { IntersectionType } from '@nestjs/swagger';
import { CitationDto } from '@zvit/evidence';
import { HeadDto } from '../reading/head.dto.js';
import { PartyRefDto } from '../reading/named.dto.js';
import { DecidedDto } from './decided.dto.js';

/** A number of parties that have to do an act. */
export class ThresholdSetDto {
  count: number;
  act: string;
}

/** A condition as it stands, or as a proposal would have it. */
export class ConditionStateDto extends IntersectionType(HeadDto, DecidedDto) {
  /** mechanism for its own terms, else the party's own name in the data. */
  holder: string;
  party: PartyRefDto | null;
  /** status:<to>, support or hosting. */
  bearsOn: string;
  text: string;
  threshold: ThresholdSetDto | null;
  /** EDTF; null where not known. */
  setOn: string | null;
  metOn: string | null;
  status: string;
  verified: boolean;
  citations: CitationDto[];
}

/** One condition, with everything that was proposed about it. */
export class ConditionWithProposalsDto extends ConditionStateDto {
  proposals: ConditionStateDto[];
}

/** What is or was proposed about a mechanism's conditions, in the order of proposing. */
export class ConditionProposalsDto {
  items: ConditionStateDto[];
}
