/** Classes of confidentiality, from the lowest. What is recorded is `internal` unless said otherwise. */
export const CLASSES = ['public', 'internal', 'confidential'] as const;

export type Classification = (typeof CLASSES)[number];

/** Position of a class in the order; 3 stands above them for what concerns accounts, which is no content. */
export const RANK = { public: 0, internal: 1, confidential: 2, people: 3 } as const;

/** A class as a number: 0 public, 1 internal, 2 confidential, 3 people. */
export type Rank = 0 | 1 | 2 | 3;

/** The rank of a class; of none given, that of `internal`. */
export const rankOf = (classification: Classification | undefined): Rank => RANK[classification ?? 'internal'];
/** The class of a rank; rank 3 (people) has none and reads as the highest. */
export const classOf = (rank: Rank): Classification => CLASSES[Math.min(rank, 2)]!;
