import { type RecordType } from '@zvit/domain';

export class RestingRecordDto {
  type: RecordType;
  id: string;
  slug: string | null;
}

export class RestingMechanismDto {
  id: string;
  slug: string | null;
}

/** A statement that rests on a source. */
export class RestingStatementDto {
  /** The citation's id: the record's id and the place of the citation in it. */
  id: string;
  record: RestingRecordDto;
  /** The statement within the record, '' for the record as such, such as /acts/1 otherwise. */
  path: string;
  mechanism: RestingMechanismDto | null;
  /** What the record is called, or the beginning of what it says. */
  title: string;
  /** Whether the record is attested; null for records that carry no such mark. */
  verified: boolean | null;
  locator: string | null;
  quote: string | null;
}

export class RestingPageDto {
  items: RestingStatementDto[];
  next: string | null;
}
