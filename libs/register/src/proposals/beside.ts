import { type Content } from '@zvit/domain';
import { CitationDto, CitedSourceDto, recordsById, type SeenRecord } from '@zvit/evidence';
import { type Db, type View } from '@zvit/store';
import { type DecidedDto, type PersonRefDto } from './decided.dto.js';
import { type SeenOrProposed } from './seen-with-proposals.js';
import { type WordsOfActs, wordsOfActs } from './words-of-acts.js';

/** The members of an answer, apart from its class: what can be spread. */
export type Members<T> = Pick<T, keyof T>;

/** What answers on records and proposals draw on beside them. */
export interface Beside {
  readonly sources: ReadonlyMap<string, SeenRecord>;
  readonly people: ReadonlyMap<string, SeenRecord>;
  readonly words: WordsOfActs;
}

/** Reads the sources that are cited, the people who proposed and decided, and what they said of it. */
export async function readBeside(
  db: Db,
  view: View,
  seen: readonly SeenOrProposed[],
  cited: readonly string[],
): Promise<Beside> {
  const people = seen.flatMap(({ proposer, decider }) => (decider === null ? [proposer] : [proposer, decider]));
  const seqs = seen.flatMap(({ proposedSeq, decidedSeq }) => [proposedSeq, decidedSeq ?? proposedSeq]);
  return {
    sources: await recordsById(db, view, 'source', cited),
    people: await recordsById(db, view, 'person', people),
    words: await wordsOfActs(db, seqs),
  };
}

/** Who proposed, who decided, when and why. */
export function decided(one: SeenOrProposed, { people, words }: Beside): Members<DecidedDto> {
  const { proposes, state, decidedSeq, decider } = one;
  const ref = (id: string): PersonRefDto => ({ id, name: (people.get(id)?.content.name ?? null) as string | null });
  return {
    state,
    proposes,
    because: proposes === 'add' ? null : words.reason(one.proposedSeq),
    proposer: ref(one.proposer),
    proposedAt: words.at(one.proposedSeq),
    decidedBy: decider === null ? null : ref(decider),
    decidedAt: decidedSeq === null ? null : words.at(decidedSeq),
    decision: state === 'rejected' || state === 'withdrawn' ? words.reason(decidedSeq!) : null,
    contentHash: one.contentHash,
  };
}

const citationsIn = (statement: Content | undefined) =>
  Object.entries((statement?.citations ?? {}) as Record<string, { source: string; locator?: string; quote?: string }>);

/** The sources that a statement cites. */
export const citedIn = (statement: Content | undefined): string[] =>
  citationsIn(statement).map(([, citation]) => citation.source);

/** The citations of a statement. A source classed above it later on is left out, for those who may not see it. */
export function citationDtos(statement: Content, at: string, { sources }: Beside): CitationDto[] {
  return citationsIn(statement).flatMap(([n, { source: id, locator, quote }]) => {
    const source = sources.get(id);
    if (!source) return [];
    const cited = CitedSourceDto.from(source);
    return [{ id: `${at}/citations/${n}`, source: cited, locator: locator ?? null, quote: quote ?? null }];
  });
}
