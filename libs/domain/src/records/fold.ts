/**
 * Text folded for finding: lower case, marks above and below letters taken off, one apostrophe for all that Ukrainian is typed
 * with, white space as one blank. Done here and kept in a column, since databases fold Cyrillic differently or not at all.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ‘`´]/gu, "'")
    .toLocaleLowerCase('und')
    .replace(/\s+/gu, ' ')
    .trim();
}
