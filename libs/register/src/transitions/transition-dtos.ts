import { type Content } from '@zvit/domain';
import { CitationDto, CitedSourceDto, recordsById, type SeenRecord } from '@zvit/evidence';
import { type Db, type View } from '@zvit/store';
import { headOf } from '../reading/head.dto.js';
import { SpanDto } from '../reading/span.dto.js';
import { type StepSeen } from './step-rows.js';
import { type FulfilmentDto, type PersonRefDto, type TransitionDto } from './transitions.dto.js';
import { type WordsOfActs, wordsOfActs } from './words-of-acts.js';

/** What the answers on steps draw on beside the steps themselves. */
interface Beside {
  readonly sources: ReadonlyMap<string, SeenRecord>;
  readonly people: ReadonlyMap<string, SeenRecord>;
  readonly conditions: ReadonlyMap<string, SeenRecord>;
  readonly words: WordsOfActs;
}

/** Steps as answers show them, with their sources and the people who proposed and decided. */
export async function transitionDtos(db: Db, view: View, steps: readonly StepSeen[]): Promise<TransitionDto[]> {
  const cited = steps.flatMap(({ content }) => [content, content.fulfilment as Content | undefined]);
  const seqs = steps.flatMap((step) => [step.proposedSeq, step.decidedSeq ?? step.proposedSeq]);
  const beside: Beside = {
    sources: await recordsById(db, view, 'source', cited.flatMap(sourcesOf)),
    people: await recordsById(
      db,
      view,
      'person',
      steps.flatMap(({ proposer, decider }) => (decider === null ? [proposer] : [proposer, decider])),
    ),
    conditions: await recordsById(
      db,
      view,
      'condition',
      steps.flatMap(({ content }) => pointedAt(content)),
    ),
    words: await wordsOfActs(db, seqs),
  };
  return steps.map((step) => transitionDto(step, beside));
}

function transitionDto(step: StepSeen, beside: Beside): TransitionDto {
  const { content, proposes, decidedSeq } = step;
  const { words } = beside;
  const path = step.number === 0 ? '' : `/proposals/${step.number}`;
  return {
    ...headOf(step),
    state: step.state,
    proposes,
    from: content.from as string | null,
    to: content.to as string,
    effective: SpanDto.from(content.date, content.extent),
    reason: content.reason as string,
    fulfilment: fulfilmentDto(step, path, beside),
    termEnds: (content.termEnds ?? null) as string | null,
    citations: citationDtos(content, step.id + path, beside),
    verified: content.verified === true,
    imported: content.imported === true,
    because: proposes === 'add' ? null : words.reason(step.proposedSeq),
    proposer: personRef(step.proposer, beside),
    proposedAt: words.at(step.proposedSeq),
    decidedBy: step.decider === null ? null : personRef(step.decider, beside),
    decidedAt: decidedSeq === null ? null : words.at(decidedSeq),
    decision: step.state === 'rejected' || step.state === 'withdrawn' ? words.reason(decidedSeq!) : null,
    contentHash: step.contentHash,
  };
}

function fulfilmentDto({ id, content }: StepSeen, path: string, beside: Beside): FulfilmentDto | null {
  const fulfilment = content.fulfilment as Content | undefined;
  if (fulfilment === undefined) return null;
  return {
    text: (fulfilment.text ?? null) as string | null,
    conditions: pointedAt(content).map((named) => beside.conditions.get(named)?.key ?? named),
    citations: citationDtos(fulfilment, `${id}${path}/fulfilment`, beside),
  };
}

const pointedAt = (content: Content): string[] =>
  ((content.fulfilment as Content | undefined)?.conditions ?? []) as string[];

const citationsIn = (statement: Content | undefined) =>
  Object.entries((statement?.citations ?? {}) as Record<string, { source: string; locator?: string; quote?: string }>);
const sourcesOf = (statement: Content | undefined) => citationsIn(statement).map(([, citation]) => citation.source);

/** A source that was classed above the step later on is left out, for those who may not see it. */
function citationDtos(statement: Content, at: string, { sources }: Beside): CitationDto[] {
  return citationsIn(statement).flatMap(([n, { source: id, locator, quote }]) => {
    const source = sources.get(id);
    if (!source) return [];
    const cited = CitedSourceDto.from(source);
    return [{ id: `${at}/citations/${n}`, source: cited, locator: locator ?? null, quote: quote ?? null }];
  });
}

function personRef(id: string, { people }: Beside): PersonRefDto {
  return { id, name: (people.get(id)?.content.name ?? null) as string | null };
}
