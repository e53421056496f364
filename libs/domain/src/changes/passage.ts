import { type Day, readDate } from '../dates/index.js';

/** Whether something dated has come on a day, weakest first: certainly not, perhaps, certainly. */
export const PASSAGES = ['no', 'possible', 'yes'] as const;
export type Passage = (typeof PASSAGES)[number];

/**
 * Whether a date of the world (EDTF, a single date) has come on a day. `possible`: the day lies inside the imprecision of the date,
 * or the date is null, which is not known. A text that is no date is taken for one that is not known.
 */
export function hasComeBy(day: Day, edtf: string | null): Passage {
  const span = edtf === null ? undefined : readDate(edtf).span;
  if (!span) return 'possible';
  if (span.earliest !== null && day < span.earliest) return 'no';
  return span.latest !== null && span.latest <= day ? 'yes' : 'possible';
}
