import { type Fault, readDate, refuseFaults } from '@zvit/domain';
import { recordNamed } from '@zvit/evidence';
import { type Db, type View } from '@zvit/store';

/** Values of a filter that may be given once, several times, or with commas between them. */
export const manyOf = ({ value }: { value: unknown }): unknown => {
  if (value === undefined) return undefined;
  const texts = [value].flat();
  return texts.every((text): text is string => typeof text === 'string')
    ? texts.flatMap((text) => text.split(',')).filter((text) => text !== '')
    : value;
};

export const trueOrFalse = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** The opaque ids of records that a filter names; what the view does not show is refused as what is not there. */
export async function namedIds(
  db: Db,
  view: View,
  type: 'mechanism' | 'party',
  names: readonly string[],
): Promise<string[]> {
  const found = await Promise.all(names.map(async (name) => (await recordNamed(db, view, type, name))?.id ?? null));
  refuseFaults(
    names.flatMap((name, index): Fault[] =>
      found[index] === null
        ? [{ pointer: `/${type}`, code: 'unknown-reference', detail: `There is no ${type} ${name.slice(0, 80)}.` }]
        : [],
    ),
  );
  return found as string[];
}

/** The opaque id of the party that a filter names; undefined without a filter. */
export async function askedParty(db: Db, view: View, party: string | undefined): Promise<string | undefined> {
  return party === undefined ? undefined : (await namedIds(db, view, 'party', [party]))[0];
}

/** The days from and to which a period was asked for; each may be given as a day, a month or a year. */
export function askedPeriod(query: { happenedFrom?: string; happenedTo?: string }): {
  from: string | null;
  to: string | null;
} {
  const faults: Fault[] = [];
  const read = (name: 'happenedFrom' | 'happenedTo') => {
    const text = query[name];
    if (text === undefined) return undefined;
    const date = readDate(text, null, `/${name}`);
    if (date.faults) faults.push(...date.faults);
    else if (date.span.precision === 'interval')
      faults.push({ pointer: `/${name}`, code: 'not-a-date', detail: 'Give a day, a month or a year.' });
    return date.span;
  };
  const from = read('happenedFrom')?.earliest ?? null;
  const to = read('happenedTo')?.latest ?? null;
  if (from !== null && to !== null && to < from)
    faults.push({ pointer: '/happenedTo', code: 'end-before-begin', detail: 'The period ends before it begins.' });
  refuseFaults(faults);
  return { from, to };
}
