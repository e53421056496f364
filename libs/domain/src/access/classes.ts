/** Classes of confidentiality, from the lowest. What is recorded is `internal` unless said otherwise. */
export const CLASSES = ['public', 'internal', 'confidential'] as const;

export type Classification = (typeof CLASSES)[number];

/** Position of a class in the order; 3 stands above them for what concerns accounts, which is no content. */
export const RANK = { public: 0, internal: 1, confidential: 2, people: 3 } as const;

export type Rank = 0 | 1 | 2 | 3;

export const rankOf = (classification: Classification | undefined): Rank => RANK[classification ?? 'internal'];
export const classOf = (rank: Rank): Classification => CLASSES[Math.min(rank, 2)]!;
