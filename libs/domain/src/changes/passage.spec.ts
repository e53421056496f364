import { describe, expect, it } from '@jest/globals';
import { type Day } from '../dates/index.js';
import { hasComeBy, type Passage } from './passage.js';

describe('whether a date has come on a day', () => {
  it.each<[string | null, string, Passage]>([
    ['2026-03-25', '2026-03-24', 'no'],
    ['2026-03-25', '2026-03-25', 'yes'],
    ['2026-03', '2026-02-28', 'no'],
    ['2026-03', '2026-03-01', 'possible'],
    ['2026-03', '2026-03-31', 'yes'],
    ['2026-03?', '2026-03-31', 'yes'],
    [null, '2026-03-31', 'possible'],
    ['soon', '2026-03-31', 'possible'],
  ])('%s on %s: %s', (edtf, day, passage) => {
    expect(hasComeBy(day as Day, edtf)).toBe(passage);
  });
});
