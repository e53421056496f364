import { type Content } from '@zvit/domain';
import { CitationDto, type SeenRecord } from '@zvit/evidence';
import { HeadDto, headOf } from '../reading/head.dto.js';
import { PartyRefDto } from '../reading/named.dto.js';

/** A number of parties that have to do an act, and how many have. */
export class ThresholdDto {
  count: number;
  act: string;
  /** Parties that have done the act, counted from what is recorded. */
  reached: number;
}

/** What a step, or the support of a state, depends on. */
export class ConditionDto extends HeadDto {
  /** mechanism for its own terms, else the party's own name in the data. */
  holder: string;
  party: PartyRefDto | null;
  /** status:<to>, support or hosting. */
  bearsOn: string;
  text: string;
  threshold: ThresholdDto | null;
  /** EDTF; null where not known. */
  setOn: string | null;
  metOn: string | null;
  status: string;
  verified: boolean;
  citations: CitationDto[];

  static from(
    row: SeenRecord,
    party: PartyRefDto | null,
    counts: ReadonlyMap<string, number>,
    citations: CitationDto[],
  ): ConditionDto {
    const { content } = row;
    const threshold = content.threshold as Content | undefined;
    return {
      ...headOf(row),
      holder: content.holder === 'mechanism' ? 'mechanism' : (party?.id ?? (content.holder as string)),
      party,
      bearsOn: content.bearsOn as string,
      text: content.text as string,
      threshold: threshold ? thresholdOf(threshold, counts) : null,
      setOn: content.setOn as string | null,
      metOn: content.metOn as string | null,
      status: content.status as string,
      verified: content.verified === true,
      citations,
    };
  }
}

function thresholdOf(threshold: Content, counts: ReadonlyMap<string, number>): ThresholdDto {
  const act = threshold.act as string;
  return { count: threshold.count as number, act, reached: counts.get(act) ?? 0 };
}

export class ConditionPageDto {
  items: ConditionDto[];
  next: string | null;
}
