import { fold } from '@zvit/domain';
import { type Condition, where } from './record-page.js';

const MOST_WORDS = 10;

/** The words of a filter, folded as the columns are. */
export const wordsOf = (text: string): string[] => fold(text).split(' ').filter(Boolean).slice(0, MOST_WORDS);

/** A condition on a folded column: every word that was asked for occurs in it. */
export function holdsWords(column: string, text: string | undefined): Condition[] {
  return wordsOf(text ?? '').map((word) =>
    where(`${column} LIKE ? ESCAPE '\\'`, `%${word.replace(/[\\%_]/g, '\\$&')}%`),
  );
}
