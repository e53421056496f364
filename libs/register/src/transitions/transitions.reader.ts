import { Injectable } from '@nestjs/common';
import { type Lifecycle, orderChain, possibleSteps, Refusal, statusOn } from '@zvit/domain';
import { Store, type View } from '@zvit/store';
import { namesOf } from '../library/status-names.js';
import { mechanismNamed } from '../mechanisms/find-mechanism.js';
import { StatusDto } from '../mechanisms/status.dto.js';
import { type NamesDto } from '../reading/named.dto.js';
import { spoken } from './blockers.js';
import { holdingIn, mechanismState, type MechanismState } from './lifecycle-state.js';
import { type SeenOrProposed, seenWithProposals } from '../proposals/seen-with-proposals.js';
import { transitionDtos } from './transition-dtos.js';
import {
  type BlockerDto,
  type PossibleStepDto,
  type TransitionsDto,
  type TransitionWithProposalsDto,
} from './transitions.dto.js';

@Injectable()
export class TransitionsReader {
  constructor(private readonly store: Store) {}

  /** Where a mechanism stands on a day, every next step with all that stands against it, and how it came there. */
  async of(view: View, mechanism: string): Promise<TransitionsDto> {
    const { db } = this.store;
    const { id, key } = await mechanismNamed(db, view, mechanism);
    const state = await mechanismState(db, holdingIn(view), id);
    if (!state) throw new Refusal('not-found', 'There is no such mechanism.');
    const steps = await seenWithProposals(db, view, 'transition', { mechanism: id });
    return {
      mechanism: { id, slug: key },
      current: currentIn(state, view.validOn, steps),
      possible: possibleIn(state, view.validOn),
      // A retraction that was approved has left nothing that stands or waits; the step's own address and history tell of it.
      items: await transitionDtos(
        db,
        view,
        steps.filter((one) => one.number === 0 || one.state !== 'approved'),
      ),
    };
  }

  /** One step with all that was proposed about it; a step that stands no more, or not yet, as it was proposed last. */
  async one(view: View, id: string): Promise<TransitionWithProposalsDto> {
    const { db } = this.store;
    const steps = await seenWithProposals(db, view, 'transition', { record: id });
    const dtos = await transitionDtos(db, view, steps);
    const at = steps[0]?.number === 0 ? 0 : dtos.length - 1;
    const dto = dtos[at];
    if (!dto) throw new Refusal('not-found', 'There is no such transition.');
    return { ...dto, proposals: dtos.filter((_, index) => steps[index]!.number > 0) };
  }
}

function currentIn(state: MechanismState, day: string, steps: readonly SeenOrProposed[]): StatusDto | null {
  const status = statusOn(orderChain(state.chain), day);
  if (status === null) return null;
  const contentOf = (id: string) => steps.find((step) => step.id === id && step.number === 0)?.content ?? {};
  const step = contentOf(status.renewedBy ?? status.by);
  return StatusDto.from(status, labelsOf(state.lifecycle), contentOf(status.by), step);
}

/** The same judgement, and the same sentences, as when the step is proposed. */
function possibleIn(state: MechanismState, day: string): PossibleStepDto[] {
  const { lifecycle } = state;
  const names = namesOf(lifecycle);
  const labels = labelsOf(lifecycle);
  return possibleSteps(lifecycle, state, day).map(({ blockers, ...step }) => ({
    ...step,
    names: labels.get(step.to)!,
    blockers: blockers.map((blocker) => spoken(blocker, names) as BlockerDto),
  }));
}

const labelsOf = (lifecycle: Lifecycle): Map<string, NamesDto> =>
  new Map(Object.entries(lifecycle.statuses).map(([id, { en, nl, uk }]) => [id, { en, nl, uk }]));
