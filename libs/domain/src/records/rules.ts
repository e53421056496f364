import { type Effects } from '../participation/index.js';
import { isOrderKey } from '../dates/index.js';
import { type Content } from '../entry.js';
import { type Fault } from '../errors.js';
import { participationFaults } from './participation-rule.js';
import { type ContentType } from './shapes.js';

/** What the rules of a record look at beside its content. */
export interface Surroundings {
  /** Effect of each act of participation, by the vocabulary. */
  readonly effects: Effects;
  /** Statuses of the lifecycle of the record's mechanism. */
  readonly statuses: ReadonlySet<string>;
}

type Rule = (content: Content, around: Surroundings) => Fault[];

const contradiction = (pointer: string, detail: string): Fault => ({ pointer, code: 'contradiction', detail });

/** Rules that tie the members of a record to each other, after the README of the reference data. Run on content whose shape is right. */
const RULES: Partial<Record<ContentType, Rule>> = {
  participation: participationFaults,
  event: (content) => {
    const key = content.orderKey as string | undefined;
    if (key === undefined && content.date !== null) return [];
    if (key !== undefined && isOrderKey(key)) return [];
    const detail =
      key === undefined
        ? 'What has no date needs an order key: the day it stands at, or a text that sorts among days.'
        : 'An order key has 1 to 32 characters of 0-9, A-Z, a-z, "." and "-".';
    return [{ pointer: '/orderKey', code: key === undefined ? 'missing' : 'wrong-type', detail }];
  },
  condition: (content, around) => {
    const faults: Fault[] = [];
    const bearsOn = content.bearsOn as string;
    const own = content.holder === 'mechanism';
    if (bearsOn.startsWith('status:') !== own)
      faults.push(
        contradiction(
          '/bearsOn',
          'Only a condition of the mechanism itself bears on a status, and it bears on nothing else.',
        ),
      );
    if (bearsOn.startsWith('status:') && !around.statuses.has(bearsOn.slice(7)))
      faults.push({
        pointer: '/bearsOn',
        code: 'not-in-vocabulary',
        detail: 'The lifecycle of this mechanism has no such status.',
      });
    if ((content.metOn !== null) !== (content.status === 'met'))
      faults.push(
        contradiction('/metOn', 'A condition that is met has the date on which it was, and no other has one.'),
      );
    return faults;
  },
  forecast: (content) => {
    const faults: Fault[] = [];
    if ((content.metBy !== null) !== (content.outcome === 'met'))
      faults.push(
        contradiction('/metBy', 'A forecast that came about names the event that met it, and no other does.'),
      );
    if (content.laterEvent !== undefined && content.outcome !== 'missed' && content.outcome !== 'overtaken')
      faults.push(contradiction('/laterEvent', 'Only what was missed or overtaken has a later event.'));
    return faults;
  },
  conflict: (content) => {
    const values = Object.values(content.values as Record<string, { value: string }>).map((one) => one.value);
    const faults: Fault[] = [];
    if (values.length < 2) faults.push(contradiction('/values', 'A conflict has at least two values.'));
    if (content.preferred !== null && !values.includes(content.preferred as string))
      faults.push(contradiction('/preferred', 'The preferred value repeats one of the values word for word.'));
    return faults;
  },
};

/** Every fault by the rules that tie a record's members to each other, with pointers into its content; never throws. Run it on
 *  content in which `checkContent` found nothing. */
export function checkRules(type: ContentType, content: Content, around: Surroundings): Fault[] {
  return RULES[type]?.(content, around) ?? [];
}
