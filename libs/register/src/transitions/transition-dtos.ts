import { type Content } from '@zvit/domain';
import { recordsById } from '@zvit/evidence';
import { type Db, type View } from '@zvit/store';
import { type Beside, citationDtos, citedIn, decided, type Members, readBeside } from '../proposals/beside.js';
import { type SeenOrProposed } from '../proposals/seen-with-proposals.js';
import { type HeadDto, headOf } from '../reading/head.dto.js';
import { SpanDto } from '../reading/span.dto.js';
import { type FulfilmentDto, type TransitionDto } from './transitions.dto.js';

/** Steps as answers show them, with their sources and the people who proposed and decided. */
export async function transitionDtos(
  db: Db,
  view: View,
  steps: readonly SeenOrProposed[],
): Promise<Members<TransitionDto>[]> {
  const cited = steps.flatMap(({ content }) => [...citedIn(content), ...citedIn(content.fulfilment as Content)]);
  const beside = await readBeside(db, view, steps, cited);
  const named = steps.flatMap(({ content }) => pointedAt(content));
  const conditions = await recordsById(db, view, 'condition', named);
  const keys = new Map([...conditions].map(([id, row]) => [id, row.key ?? id]));
  return steps.map((step) => transitionDto(step, beside, keys));
}

function transitionDto(
  step: SeenOrProposed,
  beside: Beside,
  keys: ReadonlyMap<string, string>,
): Members<TransitionDto> {
  const { content } = step;
  const head: Members<HeadDto> = headOf(step);
  const path = step.number === 0 ? '' : `/proposals/${step.number}`;
  return {
    ...head,
    from: content.from as string | null,
    to: content.to as string,
    effective: SpanDto.from(content.date, content.extent),
    reason: content.reason as string,
    fulfilment: fulfilmentDto(step, path, beside, keys),
    termEnds: (content.termEnds ?? null) as string | null,
    citations: citationDtos(content, step.id + path, beside),
    verified: content.verified === true,
    imported: content.imported === true,
    ...decided(step, beside),
  };
}

function fulfilmentDto(
  { id, content }: SeenOrProposed,
  path: string,
  beside: Beside,
  keys: ReadonlyMap<string, string>,
): FulfilmentDto | null {
  const fulfilment = content.fulfilment as Content | undefined;
  if (fulfilment === undefined) return null;
  return {
    text: (fulfilment.text ?? null) as string | null,
    // One that was classed higher since is left out, as if it had not been named.
    conditions: pointedAt(content).flatMap((id) => keys.get(id) ?? []),
    citations: citationDtos(fulfilment, `${id}${path}/fulfilment`, beside),
  };
}

const pointedAt = (content: Content): string[] =>
  ((content.fulfilment as Content | undefined)?.conditions ?? []) as string[];
