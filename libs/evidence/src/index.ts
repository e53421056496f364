import { sourceSpec } from './sources/source.projection.js';

/** How the records of this room lie in their tables. */
export const EVIDENCE_SPECS = [sourceSpec];
export { CitationDto, CitedSourceDto } from './citations/citation.dto.js';
export { type Citations, citationsOf } from './citations/citations-of.js';
export { holdsWords, wordsOf } from './citations/folded.js';
export { notInVocabulary, refuseUnknownTerms } from './citations/known-terms.js';
export {
  AS_RECORDED,
  BY_KEY,
  chunks,
  type Condition,
  RECORDED,
  recordNamed,
  recordPage,
  recordsById,
  type SeenRecord,
  type SortPart,
  where,
} from './citations/record-page.js';
export { EvidenceModule } from './evidence.module.js';
export { KnownPageQuery, KnownQuery } from './sources/known-page.dto.js';
export { BecauseDto } from './receipts/because.dto.js';
export { Nullable } from './receipts/nullable.decorator.js';
export { ReceiptDto } from './receipts/receipt.dto.js';
export { ReceiptInterceptor } from './receipts/receipt.interceptor.js';
export { citedByLower } from './sources/still-cited.js';
