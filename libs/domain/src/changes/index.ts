export {
  applyChange,
  changeOf,
  CHANGES,
  type Change,
  type FieldChange,
  type RecordChange,
  undoChange,
  type Written,
} from './change.js';
export { type Difference, differenceOf } from './difference.js';
export { hasComeBy, PASSAGES, type Passage } from './passage.js';
