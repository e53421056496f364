import { type Content } from '@zvit/domain';
import { CitationDto, type Citations, type SeenRecord } from '@zvit/evidence';
import { NamesDto } from '../reading/named.dto.js';

export class LifecycleStatusDto {
  id: string;
  names: NamesDto;
  definition: string;
}

/** A lawful step. `from` is a status, `any` for every status that is not terminal, or null for an entry. */
export class LifecycleStepDto {
  from: string | null;
  to: string;
  /** What must be fulfilled beyond the evidence; null: nothing. */
  condition: string | null;
  /** How that is checked. */
  requirement: string | null;
  milestone: string | null;
  /** What a lawyer would expect to see. */
  evidence: string;
}

/** On what a state's support depends. */
export class SupportConditionDto {
  id: string;
  /** The party's own name in the data. */
  holder: string;
  bearsOn: string;
  text: string;
  evidence: string;
  citations: CitationDto[];
}

/** The statuses that a mechanism can have, and the lawful steps between them. */
export class LifecycleDto {
  id: string;
  slug: string | null;
  version: number;
  kinds: string[];
  /** The usual first status; `entries` are all lawful ones. */
  initial: string;
  entries: string[];
  terminal: string[];
  statuses: LifecycleStatusDto[];
  steps: LifecycleStepDto[];
  supportConditions: SupportConditionDto[];
  notes: string | null;

  static from(row: SeenRecord, parties: ReadonlyMap<string, { id: string }>, citations: Citations): LifecycleDto {
    const { content } = row;
    const list = (name: string) => Object.entries((content[name] ?? {}) as Record<string, Content>);
    return {
      id: row.id,
      slug: row.key,
      version: row.version,
      kinds: content.kinds as string[],
      initial: content.initial as string,
      entries: content.entries as string[],
      terminal: content.terminal as string[],
      statuses: list('statuses').map(([, status]) => ({
        id: status.id as string,
        names: NamesDto.from(status),
        definition: status.definition as string,
      })),
      steps: list('steps').map(([, step]) => ({
        from: step.from as string | null,
        to: step.to as string,
        condition: step.condition as string | null,
        requirement: (step.requirement ?? null) as string | null,
        milestone: (step.milestone ?? null) as string | null,
        evidence: step.evidence as string,
      })),
      supportConditions: list('supportConditions').map(([n, one]) => ({
        id: one.id as string,
        holder: parties.get(one.holder as string)?.id ?? (one.holder as string),
        bearsOn: one.bearsOn as string,
        text: one.text as string,
        evidence: one.evidence as string,
        citations: citations.of(row.id, `/supportConditions/${n}`),
      })),
      notes: (content.notes ?? null) as string | null,
    };
  }
}

export class LifecyclePageDto {
  items: LifecycleDto[];
  next: string | null;
}
