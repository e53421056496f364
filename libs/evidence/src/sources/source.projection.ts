import { type Content, fold } from '@zvit/domain';
import { type RecordSpec } from '@zvit/store';

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Everything by which a person may look for a source. */
const sourceText = ({ title, publisher, url, locator, key }: Content): string =>
  fold([title, publisher, url, locator, key].map(word).join(' '));

export const sourceSpec: RecordSpec = {
  type: 'source',
  cited: false,
  columns: (content) => ({
    type: content.type as string,
    part_of: (content.partOf ?? null) as string | null,
    folded: sourceText(content),
  }),
};
