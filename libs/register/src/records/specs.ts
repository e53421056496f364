import { type Content, type DateSpan, fold, readDate, sortKey } from '@zvit/domain';
import { bounds, itemsOf, type RecordSpec } from '@zvit/store';

const word = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const plain = (): Record<string, never> => ({});

function spanOf(content: Content, name: string): DateSpan | null {
  const edtf = content[name];
  return typeof edtf === 'string' ? (readDate(edtf, word(content.extent)).span ?? null) : null;
}

/** Everything by which a person may look for a mechanism. */
function mechanismText(content: Content): string {
  const names = Object.values((content.names ?? {}) as Record<string, string>);
  const aliases = Object.values((content.aliases ?? {}) as Record<string, { value: string }>).map((one) => one.value);
  const abbreviations = (content.abbreviations ?? []) as string[];
  return fold([...names, ...abbreviations, ...aliases, word(content.key), word(content.description)].join(' '));
}

/** How each kind of record lies in its table: the columns by which it is found. Everything else is in `content`. */
export const REGISTER_SPECS: readonly RecordSpec[] = [
  {
    type: 'mechanism',
    cited: false,
    columns: (content) => ({
      kind: content.kind as string,
      lifecycle_id: content.lifecycle as string,
      folded: mechanismText(content),
    }),
    statements: (content) => [
      ...itemsOf(content, 'legalBases'),
      ...(isStated(content.seat as Content | undefined) ? ['/seat'] : []),
    ],
  },
  {
    type: 'participation',
    cited: true,
    columns: (content) => ({ party_id: content.party as string, role: content.role as string }),
  },
  {
    type: 'event',
    cited: true,
    columns: (content) => ({
      kind: content.kind as string,
      ...bounds(content.date, content.extent),
      sort: sortKey(spanOf(content, 'date'), word(content.orderKey)),
      folded: fold([word(content.title), word(content.description), word(content.place)].join(' ')),
    }),
  },
  {
    type: 'transition',
    cited: true,
    columns: (content) => ({
      from_status: word(content.from),
      to_status: content.to as string,
      ...bounds(content.date, content.extent),
      position: (content.order ?? 0) as number,
    }),
    statements: (content) => ((content.fulfilment as Content | undefined)?.text ? ['/fulfilment'] : []),
  },
  {
    type: 'condition',
    cited: true,
    columns: (content) => ({
      holder: content.holder as string,
      bears_on: content.bearsOn as string,
      status: content.status as string,
    }),
  },
  { type: 'mission', cited: true, columns: (content) => ({ number: content.number as number }) },
  { type: 'track', cited: true, columns: (content) => ({ status: content.status as string }) },
  {
    type: 'relation',
    cited: true,
    columns: (content) => ({ type: content.type as string, target_id: content.target as string }),
  },
  {
    type: 'forecast',
    cited: true,
    columns: (content) => ({ outcome: content.outcome as string, ...bounds(content.expected, content.extent) }),
  },
  {
    type: 'figure',
    cited: true,
    columns: (content) => ({ measure: content.measure as string, ...bounds(content.asOf, content.extent) }),
  },
  {
    type: 'conflict',
    cited: false,
    columns: (content) => ({ field: content.field as string }),
    statements: (content) => itemsOf(content, 'values'),
  },
  { type: 'note', cited: false, columns: plain },
  { type: 'party', cited: false, columns: (content) => ({ type: content.type as string }) },
  {
    type: 'lifecycle',
    cited: false,
    columns: plain,
    statements: (content) => itemsOf(content, 'supportConditions'),
  },
  { type: 'vocabulary', cited: false, columns: plain },
  { type: 'batch', cited: false, columns: plain },
  { type: 'export', cited: false, columns: plain },
];

const isStated = (seat: Content | undefined) => typeof seat?.place === 'string' || typeof seat?.country === 'string';
