import { type Content, type RecordType } from '@zvit/domain';
import { type Row } from '../db.js';

/** How one kind of record lies in its table. The rooms above declare theirs; `projection/` carries them out. */
export interface RecordSpec {
  readonly type: RecordType;
  /** Each row names a citation of its own. */
  readonly cited: boolean;
  /** The columns that the table has beside those of every record. */
  columns(content: Content): Row;
  /** Paths within the content that are statements with citations of their own, such as `/seat`. */
  statements?(content: Content): string[];
}
