import { type ProposalState } from '@zvit/domain';

/** What a proposal would do: record something, change or correct what is recorded, take it back. */
export const PROPOSES = ['add', 'change', 'correct', 'retract'] as const;

export class PersonRefDto {
  id: string;
  name: string | null;
}

/** Where something stands that takes two people: who proposed it, who decided, when and why. */
export class DecidedDto {
  /** approved: it stands; otherwise what became of the proposal. */
  state: ProposalState;
  proposes: (typeof PROPOSES)[number];
  /** Why what is recorded is to be changed, corrected or taken back. */
  because: string | null;
  proposer: PersonRefDto;
  proposedAt: string;
  /** Who approved, rejected or withdrew. */
  decidedBy: PersonRefDto | null;
  decidedAt: string | null;
  /** Why it was rejected or withdrawn. */
  decision: string | null;
  /** The hash that an approval names: of the entry that proposed it. */
  contentHash: string;
}
