import { sourceSpec } from './sources/source.projection.js';

/** How the records of this room lie in their tables. */
export const EVIDENCE_SPECS = [sourceSpec];
