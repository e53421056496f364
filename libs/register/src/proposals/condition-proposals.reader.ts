import { Injectable } from '@nestjs/common';
import { Refusal } from '@zvit/domain';
import { recordNamed } from '@zvit/evidence';
import { Store, type View } from '@zvit/store';
import { mechanismNamed } from '../mechanisms/find-mechanism.js';
import { type HeadDto, headOf } from '../reading/head.dto.js';
import { partiesById, type PartyRefDto } from '../reading/named.dto.js';
import { type Beside, citationDtos, citedIn, decided, type Members, readBeside } from './beside.js';
import {
  type ConditionProposalsDto,
  type ConditionStateDto,
  type ConditionWithProposalsDto,
  type ThresholdSetDto,
} from './condition-proposals.dto.js';
import { type SeenOrProposed, seenWithProposals } from './seen-with-proposals.js';

/** What a colleague reads before deciding on a condition. */
@Injectable()
export class ConditionProposalsReader {
  constructor(private readonly store: Store) {}

  /** Everything that is or was proposed about a mechanism's conditions. */
  async of(view: View, mechanism: string): Promise<ConditionProposalsDto> {
    const { db } = this.store;
    const { id } = await mechanismNamed(db, view, mechanism);
    const seen = await seenWithProposals(db, view, 'condition', { mechanism: id });
    return {
      items: await this.dtos(
        view,
        seen.filter((one) => one.number > 0),
      ),
    };
  }

  /** One condition with all that was proposed about it; one that does not stand, as it was proposed last. */
  async one(view: View, named: string): Promise<ConditionWithProposalsDto> {
    const { db } = this.store;
    const id = (await recordNamed(db, view, 'condition', named))?.id ?? named;
    const seen = await seenWithProposals(db, view, 'condition', { record: id });
    const dtos = await this.dtos(view, seen);
    const dto = seen[0]?.number === 0 ? dtos[0] : dtos.at(-1);
    if (!dto) throw new Refusal('not-found', 'There is no such condition.');
    return { ...dto, proposals: dtos.filter((_, index) => seen[index]!.number > 0) };
  }

  private async dtos(view: View, seen: readonly SeenOrProposed[]): Promise<Members<ConditionStateDto>[]> {
    const { db } = this.store;
    const cited = seen.flatMap(({ content }) => citedIn(content));
    const beside = await readBeside(db, view, seen, cited);
    const parties = await partiesById(
      db,
      view,
      seen.map(({ content }) => content.holder as string),
    );
    return seen.map((one) => conditionDto(one, parties.get(one.content.holder as string) ?? null, beside));
  }
}

function conditionDto(one: SeenOrProposed, party: PartyRefDto | null, beside: Beside): Members<ConditionStateDto> {
  const { content } = one;
  const head: Members<HeadDto> = headOf(one);
  const at = one.number === 0 ? one.id : `${one.id}/proposals/${one.number}`;
  return {
    ...head,
    holder: party?.id ?? (content.holder as string),
    party,
    bearsOn: content.bearsOn as string,
    text: content.text as string,
    threshold: (content.threshold ?? null) as ThresholdSetDto | null,
    setOn: content.setOn as string | null,
    metOn: content.metOn as string | null,
    status: content.status as string,
    verified: content.verified === true,
    citations: citationDtos(content, at, beside),
    ...decided(one, beside),
  };
}
