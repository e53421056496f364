import { type ContentType } from '@zvit/domain';
import {
  apart,
  flag,
  group,
  list,
  number,
  optional,
  partyOrName,
  type Plan,
  ref,
  sources,
  text,
  texts,
} from './plan.js';

/* The fields of the reference data's files, after their README: what is not marked optional is always there, and nothing else occurs. */

const verified = flag('verified');
const notes = optional(text('notes'));
const extent = optional(text('extent'));
const names = group([text('en'), text('nl'), text('uk')], 'names');

export const PARTY: Plan = [text('id', 'key'), text('type'), text('iso'), names, optional(text('abbreviation'))];

export const SOURCE: Plan = [
  text('id', 'key'),
  text('title'),
  text('publisher'),
  text('type'),
  text('date'),
  text('url'),
  text('language'),
  optional(text('locator')),
  optional(ref('source', 'part_of', 'partOf')),
  notes,
];

export const TERM: Plan = [text('id'), text('definition'), optional(text('effect')), optional(flag('reserved'))];

const STATUS: Plan = [text('id'), text('en'), text('nl'), text('uk'), text('definition')];
const STEP: Plan = [
  text('from'),
  text('to'),
  text('condition'),
  optional(text('requirement')),
  optional(text('milestone')),
  text('evidence'),
];
const SUPPORT_CONDITION: Plan = [
  text('id'),
  ref('party', 'holder'),
  text('bears_on', 'bearsOn'),
  text('text'),
  text('evidence'),
  sources,
];

export const LIFECYCLE: Plan = [
  text('id', 'key'),
  texts('kinds'),
  text('initial'),
  texts('entries'),
  texts('terminal'),
  list(STATUS, 'statuses'),
  list(STEP, 'transitions', 'steps'),
  optional(list(SUPPORT_CONDITION, 'support_conditions', 'supportConditions')),
  notes,
];

const ACT: Plan = [text('act'), text('date'), extent, sources];

/** A kind of record that stands in a list of a mechanism's file, and the data's own name for one of them. */
export interface Listed {
  readonly yaml: string;
  readonly type: ContentType;
  readonly optional?: boolean;
  readonly plan: Plan;
  /** The key but for the mark that parts repeats; `of` is the record as it stands in the file. */
  readonly key: (mechanism: string, of: Readonly<Record<string, unknown>>) => string;
  /** Keys repeat lawfully: one party twice in one role, a status reached twice. */
  readonly repeats?: boolean;
}

/** In the order in which records are appended: what is referred to stands before what refers to it. */
export const LISTED: readonly Listed[] = [
  {
    yaml: 'participants',
    type: 'participation',
    plan: [
      ref('party', 'party'),
      text('role'),
      text('joined'),
      text('left'),
      optional(text('end')),
      optional(text('attested_until', 'attestedUntil')),
      optional(list(ACT, 'acts')),
      sources,
      verified,
      notes,
    ],
    key: (mechanism, of) => `${mechanism}/${String(of.party)}/${String(of.role)}`,
    repeats: true,
  },
  {
    yaml: 'events',
    type: 'event',
    plan: [
      text('id', 'key'),
      text('date'),
      extent,
      text('kind'),
      text('title'),
      text('description'),
      text('place'),
      sources,
      verified,
      notes,
    ],
    key: (_, of) => String(of.id),
  },
  {
    yaml: 'conditions',
    type: 'condition',
    optional: true,
    plan: [
      text('id', 'key'),
      ref('party', 'holder', 'holder', 'mechanism'),
      text('bears_on', 'bearsOn'),
      text('text'),
      optional(group([number('count'), text('act')], 'threshold')),
      text('set_on', 'setOn'),
      text('met_on', 'metOn'),
      text('status'),
      sources,
      verified,
      notes,
    ],
    key: (_, of) => String(of.id),
  },
  {
    yaml: 'transitions',
    type: 'transition',
    plan: [
      text('from'),
      text('to'),
      text('date'),
      extent,
      text('reason'),
      sources,
      verified,
      optional(group([text('text'), sources], 'fulfilment')),
      optional(text('term_ends', 'termEnds')),
      notes,
    ],
    key: (mechanism, of) => `${mechanism}/${String(of.to)}`,
    repeats: true,
  },
  {
    yaml: 'missions',
    type: 'mission',
    optional: true,
    plan: [number('number'), text('period'), extent, text('team'), sources, verified, notes],
    key: (mechanism, of) => `${mechanism}/${String(of.number)}`,
  },
  {
    yaml: 'tracks',
    type: 'track',
    optional: true,
    plan: [text('id', null), text('subject'), text('status'), text('since'), optional(text('expires')), sources, notes],
    key: (mechanism, of) => `${mechanism}/${String(of.id)}`,
  },
  {
    yaml: 'relations',
    type: 'relation',
    plan: [text('type'), ref('mechanism', 'target'), sources, notes],
    key: (mechanism, of) => `${mechanism}/${String(of.type)}/${String(of.target)}`,
    repeats: true,
  },
  {
    yaml: 'forecasts',
    type: 'forecast',
    optional: true,
    plan: [
      text('id', 'key'),
      text('statement'),
      partyOrName('by'),
      text('made_on', 'madeOn'),
      text('expected'),
      extent,
      text('outcome'),
      ref('event', 'met_by', 'metBy'),
      optional(ref('event', 'later_event', 'laterEvent')),
      sources,
      verified,
      notes,
    ],
    key: (_, of) => String(of.id),
  },
  {
    yaml: 'figures',
    type: 'figure',
    optional: true,
    plan: [
      text('id', 'key'),
      text('measure'),
      number('value'),
      text('unit'),
      text('precision'),
      text('as_of', 'asOf'),
      extent,
      sources,
      verified,
      notes,
    ],
    key: (_, of) => String(of.id),
  },
  {
    yaml: 'conflicts',
    type: 'conflict',
    optional: true,
    plan: [text('field'), list([text('value'), sources], 'values'), text('preferred'), text('resolution')],
    key: (mechanism, of) => `${mechanism}/${String(of.field)}`,
    repeats: true,
  },
  {
    yaml: 'notes',
    type: 'note',
    optional: true,
    plan: [text('text'), sources],
    key: (mechanism) => `${mechanism}/note`,
    repeats: true,
  },
];

export const MECHANISM: Plan = [
  text('id', 'key'),
  text('kind'),
  ref('lifecycle', 'lifecycle'),
  names,
  texts('abbreviations'),
  list([text('value'), text('lang'), optional(text('note'))], 'aliases'),
  text('description'),
  group([text('place'), text('country'), optional(sources), notes], 'seat'),
  text('host_institution', 'hostInstitution'),
  list([text('text'), sources], 'legal_basis', 'legalBases'),
  text('website'),
  text('status', null),
  verified,
  ...LISTED.map((one) => (one.optional ? optional(apart(one.yaml)) : apart(one.yaml))),
];
