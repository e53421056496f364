import { type RecordType } from '@zvit/domain';
import { CitationDto } from '@zvit/evidence';
import { MechanismRefDto, NamedMechanismDto } from '../reading/named.dto.js';
import { LACKS } from './coverage-query.dto.js';

/** Statements by the sources that they rest on. */
export class SourceClassesDto {
  /** On primary sources alone. */
  primary: number;
  /** On secondary sources alone. */
  secondary: number;
  /** On both. */
  both: number;
}

/** How well what is stated is attested. A record's statement counts, and so does each act, legal basis, seat, fulfilment and competing value. */
export class CoverageCountsDto {
  statements: number;
  bySourceClass: SourceClassesDto;
  /** Resting on one document: passages of it are not several. */
  singleSourced: number;
  /** Marked as inferred or from general knowledge. */
  unverified: number;
  /** Without a citation that quotes. */
  withoutQuote: number;
  /** Without a citation that says where in the source, and without a source that is such a passage. */
  withoutLocator: number;
}

export class MechanismCoverageDto extends CoverageCountsDto {
  mechanism: NamedMechanismDto;
}

/** Coverage over all that was asked for, and of one mechanism after the other. What belongs to no mechanism counts over all. */
export class CoveragePageDto {
  all: CoverageCountsDto;
  items: MechanismCoverageDto[];
  next: string | null;
}

export class StatingRecordDto {
  type: RecordType;
  id: string;
  slug: string | null;
}

/** A statement that lacks something. */
export class UncoveredStatementDto {
  /** The record's id and the path of the statement in it. */
  id: string;
  record: StatingRecordDto;
  /** The statement within the record: '' for the record as such, such as /acts/1 otherwise. */
  path: string;
  mechanism: MechanismRefDto | null;
  /** The beginning of what it says. */
  title: string;
  /** Whether the record is attested; null for records that carry no such mark. */
  verified: boolean | null;
  /** Everything that it lacks, asked for or not. */
  lacks: (typeof LACKS)[number][];
  citations: CitationDto[];
}

export class UncoveredPageDto {
  items: UncoveredStatementDto[];
  next: string | null;
}
