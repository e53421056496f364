import { type RecordSpec } from '@zvit/store';

export const sourceSpec: RecordSpec = {
  type: 'source',
  cited: false,
  columns: (content) => ({ type: content.type as string, part_of: (content.partOf ?? null) as string | null }),
};
