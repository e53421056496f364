import { type Content, type StatusOnDay } from '@zvit/domain';
import { CitationDto } from '@zvit/evidence';
import { type Plain } from '../reading/head.dto.js';
import { NamesDto } from '../reading/named.dto.js';
import { SpanDto } from '../reading/span.dto.js';

/** A status of a lifecycle with its labels. */
export class StatusLabelDto {
  id: string;
  names: NamesDto;
}

/** The status of a mechanism on a day. */
export class StatusDto {
  id: string;
  names: NamesDto;
  /** When the present run of the status began (EDTF). A renewal does not begin it anew. */
  since: string;
  sinceSpan: SpanDto | null;
  /** When the status was last renewed (EDTF). */
  renewedOn: string | null;
  /** The transition by which it began. */
  by: string;
  renewedBy: string | null;
  /** false: the day lies within the imprecision of a date, and `possibly` names every status that may hold. */
  certain: boolean;
  possibly: StatusLabelDto[];
  /** Whether the step by which it began, or was last renewed, is attested. */
  verified: boolean;

  /** `begun`: content of the step by which it began; `step`: of that, or of the last renewal. */
  static from(status: StatusOnDay, labels: ReadonlyMap<string, NamesDto>, begun: Content, step: Content): StatusDto {
    const label = (id: string): Plain<StatusLabelDto> => ({ id, names: labels.get(id) ?? { en: id, nl: id, uk: id } });
    return {
      ...label(status.id),
      since: status.since,
      sinceSpan: SpanDto.from(status.since, begun.extent),
      renewedOn: status.renewedOn,
      by: status.by,
      renewedBy: status.renewedBy,
      certain: status.certain,
      possibly: (status.possibly ?? []).map(label),
      verified: step.verified === true,
    };
  }
}

/** The answer to "which status on that day": id is null before the first step. */
export class StatusOnDayDto {
  mechanism: string;
  validOn: string;
  id: string | null;
  names: NamesDto | null;
  since: string | null;
  sinceSpan: SpanDto | null;
  renewedOn: string | null;
  by: string | null;
  renewedBy: string | null;
  certain: boolean;
  possibly: StatusLabelDto[];
  /** Whether the step by which it began, or was last renewed, is attested. */
  verified: boolean | null;
  /** Why the status was taken to have changed. */
  reason: string | null;
  /** What the step rests on by which it began, or was last renewed. */
  citations: CitationDto[];

  static none(mechanism: string, validOn: string): StatusOnDayDto {
    return {
      mechanism,
      validOn,
      id: null,
      names: null,
      since: null,
      sinceSpan: null,
      renewedOn: null,
      by: null,
      renewedBy: null,
      certain: true,
      possibly: [],
      verified: null,
      reason: null,
      citations: [],
    };
  }

  static from(mechanism: string, validOn: string, status: Plain<StatusDto>, step: Content, citations: CitationDto[]) {
    return { mechanism, validOn, ...status, reason: step.reason as string, citations };
  }
}
