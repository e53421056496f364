import { CLASSES } from '../access/classes.js';
import { type RecordType } from './record-type.js';
import {
  TEXT,
  date,
  flag,
  group,
  items,
  nullable,
  number,
  oneOf,
  optional,
  record,
  type Shape,
  span,
  term,
  text,
  texts,
  whole,
} from './shape.js';

const { line, paragraph, page } = TEXT;
const names = group({ en: text(line), nl: text(line), uk: text(line) });
const extent = optional(term('interval_extents'));
const notes = optional(text(paragraph));
const verified = flag;

/** Members that every record may carry besides its own. `key` is the name the data's own files have for it. */
const everywhere: Shape = {
  key: optional(text(200)),
  class: optional(oneOf(...CLASSES)),
  lang: optional(oneOf('en', 'nl', 'uk')),
  order: optional(whole(-1_000_000_000, 1_000_000_000)),
};
const ofMechanism: Shape = { ...everywhere, mechanism: record('mechanism') };

/** The shape of each kind of content record, after the README of the reference data. */
export const SHAPES = {
  mechanism: {
    ...everywhere,
    kind: term('mechanism_kinds'),
    lifecycle: record('lifecycle'),
    names,
    abbreviations: texts(line),
    aliases: optional(items({ value: text(line), lang: oneOf('en', 'nl', 'uk'), note: optional(text(paragraph)) })),
    description: text(page),
    seat: group(
      { place: nullable(text(line)), country: nullable(text(2)), notes },
      { cited: (seat) => seat.place !== null || seat.country !== null },
    ),
    hostInstitution: nullable(text(line)),
    legalBases: optional(items({ text: text(paragraph) }, { cited: true })),
    website: nullable(text(paragraph)),
    verified,
  },
  participation: {
    ...ofMechanism,
    party: record('party'),
    role: term('participant_roles'),
    joined: nullable(text(40)),
    left: nullable(text(40)),
    end: optional(term('participation_ends')),
    attestedUntil: optional(date),
    acts: optional(items({ act: term('participation_acts'), date: nullable(span), extent }, { cited: true })),
    verified,
    notes,
  },
  event: {
    ...ofMechanism,
    date: nullable(span),
    extent,
    orderKey: optional(text(32)),
    kind: term('event_kinds'),
    title: text(line),
    description: text(page),
    place: nullable(text(line)),
    verified,
    notes,
  },
  transition: {
    ...ofMechanism,
    from: nullable(text(100)),
    to: text(100),
    date: span,
    extent,
    reason: text(paragraph),
    fulfilment: optional(
      group(
        { text: optional(text(paragraph)), conditions: optional(texts(100)) },
        { cited: (fulfilment) => fulfilment.text !== undefined },
      ),
    ),
    amends: optional(items({ from: nullable(text(100)) })),
    termEnds: optional(nullable(date)),
    /** Came with the reference data onto an empty record and counts as approved by whoever imported it. */
    imported: optional(flag),
    verified,
    notes,
  },
  condition: {
    ...ofMechanism,
    holder: record('party', 'mechanism'),
    bearsOn: text(120),
    text: text(paragraph),
    threshold: optional(group({ count: whole(1, 1_000), act: term('participation_acts') })),
    setOn: nullable(date),
    metOn: nullable(date),
    status: term('condition_statuses'),
    verified,
    notes,
  },
  mission: {
    ...ofMechanism,
    number: whole(1, 10_000),
    period: span,
    extent,
    team: nullable(text(paragraph)),
    verified,
    notes,
  },
  track: {
    ...ofMechanism,
    subject: text(line),
    status: term('track_statuses'),
    since: date,
    expires: optional(date),
    notes,
  },
  relation: { ...ofMechanism, type: term('relation_types'), target: record('mechanism'), notes },
  forecast: {
    ...ofMechanism,
    statement: text(paragraph),
    by: { leaf: { is: 'party-or-name' } },
    madeOn: date,
    expected: nullable(span),
    extent,
    outcome: term('forecast_outcomes'),
    metBy: nullable(record('event')),
    laterEvent: optional(record('event')),
    verified,
    notes,
  },
  figure: {
    ...ofMechanism,
    measure: term('figure_measures'),
    value: number,
    unit: term('figure_units'),
    precision: term('figure_precisions'),
    asOf: span,
    extent,
    verified,
    notes,
  },
  conflict: {
    ...ofMechanism,
    field: text(line),
    values: items({ value: text(paragraph) }, { cited: true }),
    preferred: nullable(text(paragraph)),
    resolution: text(paragraph),
  },
  note: { ...ofMechanism, text: text(page) },
  party: {
    ...everywhere,
    type: oneOf('state', 'organisation'),
    iso: nullable(text(2)),
    names,
    abbreviation: optional(nullable(text(line))),
  },
  source: {
    ...everywhere,
    title: text(paragraph),
    publisher: text(line),
    type: term('source_types'),
    date: nullable(date),
    url: nullable(text(paragraph)),
    language: text(10),
    locator: optional(text(line)),
    partOf: optional(record('source')),
    notes,
  },
  lifecycle: {
    ...everywhere,
    kinds: texts(100),
    initial: text(100),
    entries: texts(100),
    terminal: texts(100),
    statuses: items({ id: text(100), en: text(line), nl: text(line), uk: text(line), definition: text(paragraph) }),
    steps: items({
      from: nullable(text(100)),
      to: text(100),
      condition: nullable(text(paragraph)),
      requirement: optional(term('requirements')),
      milestone: optional(text(100)),
      evidence: text(paragraph),
    }),
    supportConditions: optional(
      items(
        {
          id: text(100),
          holder: record('party'),
          bearsOn: term('condition_bearings'),
          text: text(paragraph),
          evidence: text(paragraph),
        },
        { cited: true },
      ),
    ),
    notes,
  },
  vocabulary: {
    ...everywhere,
    terms: items({
      id: text(100),
      definition: optional(text(paragraph)),
      effect: optional(oneOf('opens', 'opens-if-alone', 'closes', 'none')),
      reserved: optional(flag),
    }),
  },
  person: { ...everywhere, name: text(line) },
  account: {
    ...everywhere,
    person: record('person'),
    username: text(60),
    roles: texts(20),
    state: oneOf('active', 'disabled'),
    credential: optional(text(64)),
  },
  token: {
    ...everywhere,
    account: record('account'),
    label: text(line),
    scopes: texts(20),
    hash: text(64),
    expiresAt: text(24),
    state: oneOf('active', 'revoked'),
  },
} as const satisfies Partial<Record<RecordType, Shape>>;

export type ContentType = keyof typeof SHAPES;

/** Kinds of record whose every version must rest on a citation of its own (the README's list; parties, sources, mechanisms as
 *  such and editor's notes are exempt). */
export const CITED: ReadonlySet<RecordType> = new Set<RecordType>([
  'participation',
  'event',
  'transition',
  'condition',
  'mission',
  'track',
  'relation',
  'forecast',
  'figure',
]);
