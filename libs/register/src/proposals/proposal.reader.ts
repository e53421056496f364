import { Injectable } from '@nestjs/common';
import { decideApproval, type LifecycleReason, may } from '@zvit/domain';
import { Store, Surrounded, type View } from '@zvit/store';
import { namesOf } from '../library/status-names.js';
import { namedIds } from '../reading/asked.js';
import { partiesById } from '../reading/named.dto.js';
import { spoken } from '../transitions/blockers.js';
import { holdingIn, type MechanismState, mechanismState } from '../transitions/lifecycle-state.js';
import { transitionDtos } from '../transitions/transition-dtos.js';
import { type BlockerDto } from '../transitions/transitions.dto.js';
import { type Members, readBeside } from './beside.js';
import { type ProposalDto, type ProposalPageDto } from './proposal.dto.js';
import { proposalDto, proposedSources, seenAs } from './proposal-dtos.js';
import { beneath, contentsBeneath, proposalPage, type ProposalRow } from './proposal-rows.js';
import { type ProposalsQuery } from './proposals-query.dto.js';
import { type Grounds, reasonsAgainst } from './recheck.js';
import { type ContentAt, type SeenOrProposed } from './seen-with-proposals.js';

/** The review queue: everything that a colleague has to know before deciding. */
@Injectable()
export class ProposalReader {
  constructor(private readonly store: Store) {}

  async list(view: View, query: ProposalsQuery): Promise<ProposalPageDto> {
    const { db } = this.store;
    const mechanisms = query.mechanism && (await namedIds(db, view, 'mechanism', query.mechanism));
    const { items, next } = await proposalPage(db, view, query, mechanisms);
    const contents = await contentsBeneath(db, view, items);
    const seen = items.map((row) => seenAs(row, beneath(row, view, contents)));
    const cited = items.flatMap((row) => proposedSources(row, beneath(row, view, contents)));
    const beside = await readBeside(db, view, seen, cited);
    const steps = seen.filter((_, index) => items[index]!.record_type === 'transition');
    const stepDtos = await transitionDtos(db, view, steps);
    const parties = await partiesById(db, view, holdersIn(seen, items, view, contents));
    const states = this.statesIn(view);
    const grounds = this.groundsIn(view, states, contents);
    const dtos: Members<ProposalDto>[] = [];
    for (const [index, row] of items.entries()) {
      const state = row.mechanism_id === null ? undefined : await states(row.mechanism_id);
      dtos.push(
        proposalDto(row, seen[index]!, {
          view,
          beside,
          parties,
          contents,
          lifecycle: state?.lifecycle,
          step: stepDtos[steps.indexOf(seen[index]!)],
          blockers: await blockersOf(row, view, grounds, state),
          mayDecide: mayDecide(row, view),
        }),
      );
    }
    return { items: dtos, next };
  }

  /** The same grounds as those of an approval, as far as the view reaches and the reader sees. */
  private groundsIn(view: View, state: Grounds['state'], contents: ContentAt): Grounds {
    const around = new Surrounded(this.store.db, view.sight);
    return {
      state,
      content: (row) => Promise.resolve(contents(row.id as string, view.seq)),
      // Terms and references are checked as they are now: of the past, nothing is said about them.
      faults: (type, content) => (view.newest ? around.check(type, content) : Promise.resolve([])),
    };
  }

  private statesIn(view: View): Grounds['state'] {
    const states = new Map<string, Promise<MechanismState | undefined>>();
    return (mechanismId) => {
      const state = states.get(mechanismId) ?? mechanismState(this.store.db, holdingIn(view), mechanismId);
      states.set(mechanismId, state);
      return state;
    };
  }
}

/** Approval asks first who decides and whether there is anything to decide, then for what stands against it: here all in one list. */
async function blockersOf(
  row: ProposalRow,
  view: View,
  grounds: Grounds,
  state: MechanismState | undefined,
): Promise<BlockerDto[]> {
  const contentHash = { given: row.content_hash, expected: row.content_hash };
  const against: readonly LifecycleReason[] = row.state === 'open' ? await reasonsAgainst(row, grounds) : [];
  const reasons = decideApproval({
    proposer: row.proposer,
    approver: view.actor.person,
    state: row.state,
    contentHash,
    blockers: against,
  });
  const names = state && namesOf(state.lifecycle);
  return reasons.map((reason) => spoken(reason, names) as BlockerDto);
}

const mayDecide = (row: ProposalRow, { actor }: View): boolean =>
  row.state === 'open' && row.proposer !== actor.person && may(actor.roles, `${row.record_type}.approve`);

/** The parties whose conditions they are, as it stands and as it would be. */
const holdersIn = (seen: readonly SeenOrProposed[], rows: readonly ProposalRow[], view: View, contents: ContentAt) =>
  [...seen.map(({ content }) => content.holder), ...rows.map((row) => beneath(row, view, contents).holder)].filter(
    (holder): holder is string => typeof holder === 'string',
  );
