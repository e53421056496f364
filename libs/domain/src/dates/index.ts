export { dateInWords } from './date-in-words.js';
export { type Day, dayAfter, daysInMonth, FIRST_DAY, isDay, LAST_DAY } from './day.js';
export { parseEdtf, readDate, type ReadDate } from './edtf.js';
export { type Instant, isInstant, readInstant, utcDay } from './instant.js';
export { DATE_LANGUAGES, type DateLanguage } from './phrases.js';
export { isOrderKey, sortKey, UNPLACED } from './sort-key.js';
export {
  type Bound,
  certainlyBefore,
  compareSpans,
  type DateSpan,
  EXTENTS,
  type Extent,
  overlaps,
  type Precision,
} from './span.js';
