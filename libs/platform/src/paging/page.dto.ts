import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export const MOST_PER_PAGE = 200;
export const USUAL_PER_PAGE = 50;

const wholeNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^-?\d{1,10}$/.test(value) ? Number(value) : value;

/** The query of every list. A list with filters extends it. */
export class PageQuery {
  /** How many items at most, 1 to 200. */
  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(MOST_PER_PAGE)
  pageSize?: number = USUAL_PER_PAGE;

  /** Where to go on: the `next` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;
}

/** The query of a read that has no list: from which moment one reads. `validOn` counts where the world has a state. */
export class MomentQuery {
  /** What was known then: an instant (2026-06-01T12:00:00Z) or a position of the ledger. Absent: now. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  knownAt?: string;

  /** On which day of the world (2026-06-01). Absent: the day of `knownAt`. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  validOn?: string;
}

/** The query of a list that is read from a moment. */
export class MomentPageQuery extends PageQuery {
  /** What was known then: an instant (2026-06-01T12:00:00Z) or a position of the ledger. Absent: now. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  knownAt?: string;

  /** On which day of the world (2026-06-01). Absent: the day of `knownAt`. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  validOn?: string;
}
