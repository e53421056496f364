import { type Content, type Json, type Lifecycle } from '@zvit/domain';
import { type CitationDto } from '@zvit/evidence';
import { type View } from '@zvit/store';
import { type StatusLabelDto } from '../mechanisms/status.dto.js';
import { NamesDto, type PartyRefDto } from '../reading/named.dto.js';
import { type BlockerDto, type TransitionDto } from '../transitions/transitions.dto.js';
import { type Beside, decided, type Members } from './beside.js';
import { type ProposalDto, type ProposedFieldDto, type ProposedStepDto } from './proposal.dto.js';
import { citedStatements, evidenceOf } from './proposed-evidence.js';
import { type ProposalRow, standsAt } from './proposal-rows.js';
import { type ProposedChange, proposedChanges, wouldRead } from './proposed-changes.js';
import { fieldsOf } from './recheck.js';
import { type ContentAt, type SeenOrProposed } from './seen-with-proposals.js';

/** What the answer on a proposal draws on. */
export interface Around {
  readonly view: View;
  readonly beside: Beside;
  readonly parties: ReadonlyMap<string, PartyRefDto>;
  readonly contents: ContentAt;
  readonly lifecycle: Lifecycle | undefined;
  /** Of proposals about a status. */
  readonly step: Members<TransitionDto> | undefined;
  readonly blockers: BlockerDto[];
  readonly mayDecide: boolean;
}

/** A proposal's record as it would read; one that would be taken back, as it stands. */
export const seenAs = (row: ProposalRow, before: Content): SeenOrProposed => ({
  id: row.id,
  key: row.key,
  version: row.version,
  rank: row.rank,
  shown: row.shown,
  mechanismId: row.mechanism_id,
  mechanismSlug: row.mechanism_slug,
  content: row.verb === 'retract' ? before : wouldRead(before, fieldsOf(row.fields)),
  state: row.state,
  proposes: row.verb,
  number: row.number,
  proposer: row.proposer,
  proposedSeq: row.proposed_seq,
  decider: row.decider,
  decidedSeq: row.state === 'open' ? null : row.from_seq,
  contentHash: row.content_hash,
});

/** The sources that a record cites, as it stands and as it would read. */
export const proposedSources = (row: ProposalRow, before: Content): string[] =>
  [before, seenAs(row, before).content]
    .flatMap((content) => citedStatements(content))
    .flatMap(([, statement]) => sourcesOf(statement));

const sourcesOf = ({ citations }: Content): string[] =>
  Object.values(citations as Record<string, { source: string }>).map((one) => one.source);

export function proposalDto(row: ProposalRow, seen: SeenOrProposed, around: Around): Members<ProposalDto> {
  const { because, proposer, proposedAt, decidedBy, decidedAt, decision } = decided(seen, around.beside);
  const before = around.contents(row.id, standsAt(row, around.view));
  return {
    id: `${row.id}/proposals/${row.number}`,
    number: row.number,
    record: { type: row.record_type, id: row.id, slug: row.key },
    mechanism: row.mechanism_id === null ? null : { id: row.mechanism_id, slug: row.mechanism_slug },
    verb: row.verb,
    state: row.state,
    proposer,
    proposedAt,
    seq: row.proposed_seq,
    contentHash: row.content_hash,
    reason: because ?? around.step?.reason ?? null,
    fields: fieldDtos(row, before, around),
    step: around.step ? stepDto(around.step, around.lifecycle) : null,
    evidence: evidence(row, before, seen, around),
    blockers: around.blockers,
    mayDecide: around.mayDecide,
    decidedBy,
    decidedAt,
    decision,
  };
}

const evidence = (row: ProposalRow, before: Content, seen: SeenOrProposed, { beside }: Around): CitationDto[] =>
  evidenceOf(before, seen.content, { standing: row.id, proposed: `${row.id}/proposals/${row.number}` }, beside);

/** Field by field. A citation of a source that the reader may not see is left out, as it is wherever it stands. */
function fieldDtos(row: ProposalRow, before: Content, { beside, contents, parties, view }: Around): ProposedFieldDto[] {
  const beginningOf = (step: string): Json => contents(step, standsAt(row, view)).from ?? null;
  const changes = proposedChanges(row.verb, before, fieldsOf(row.fields), beginningOf);
  const names = (id: Json): Json => {
    const source = typeof id === 'string' ? beside.sources.get(id) : undefined;
    return source ? (source.key ?? source.id) : id;
  };
  const holder = (id: Json): Json => (typeof id === 'string' ? (parties.get(id)?.id ?? id) : id);
  const spelt = (one: ProposedChange, name: (id: Json) => Json): ProposedFieldDto => ({
    ...one,
    before: name(one.before),
    after: name(one.after),
  });
  const hidden = hiddenCitations(changes, beside);
  return changes
    .filter(({ pointer }) => !hidden.has(citationIn(pointer) ?? ''))
    .map((one) => {
      if (one.pointer.endsWith('/source') && citationIn(one.pointer) !== undefined) return spelt(one, names);
      return one.pointer === '/holder' ? spelt(one, holder) : one;
    });
}

/** The place of the citation that a pointer lies in: `/fulfilment/citations/2`. */
const citationIn = (pointer: string): string | undefined => /^(?:\/.+)?\/citations\/\d+(?=\/)/.exec(pointer)?.[0];

const hiddenCitations = (changes: readonly ProposedChange[], { sources }: Beside): Set<string> =>
  new Set(
    changes.flatMap(({ pointer, before, after }) => {
      const place = citationIn(pointer);
      const unseen = [before, after].some((id) => id !== null && !sources.has(id as string));
      return place !== undefined && pointer === `${place}/source` && unseen ? [place] : [];
    }),
  );

function stepDto(step: Members<TransitionDto>, lifecycle: Lifecycle | undefined): ProposedStepDto {
  const label = (id: string): StatusLabelDto => {
    const status = lifecycle?.statuses[id];
    return {
      id,
      names: status ? NamesDto.from({ en: status.en, nl: status.nl, uk: status.uk }) : { en: id, nl: id, uk: id },
    };
  };
  const { from, to, effective, reason, fulfilment, termEnds, verified } = step;
  return { from: from === null ? null : label(from), to: label(to), effective, reason, fulfilment, termEnds, verified };
}
