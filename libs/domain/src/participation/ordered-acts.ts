import { certainlyBefore, type DateSpan, readDate } from '../dates/index.js';

/** What an act of participation says of its time: EDTF text, null where it is not known. */
interface Dated {
  readonly date: string | null;
  readonly extent?: string | null;
}

/**
 * Acts in order of date, from the order in which they were recorded: an act moves ahead only of those that it certainly precedes,
 * so that acts whose dates may be in order, and a list that is in order already, stay as they are. An act without date (or with
 * one that can't be read) stays behind the act before it. Never throws; the argument is left as it is.
 */
export function orderedActs<A extends Dated>(acts: readonly A[]): A[] {
  const ordered: Group<A>[] = [];
  for (const group of groupsOf(acts)) {
    const { span } = group;
    const at =
      span === null ? -1 : ordered.findIndex((other) => other.span !== null && certainlyBefore(span, other.span));
    ordered.splice(at === -1 ? ordered.length : at, 0, group);
  }
  return ordered.flatMap((group) => group.acts);
}

/** A dated act with the undated ones that follow it; undated ones at the very beginning are a group of their own. */
interface Group<A> {
  readonly span: DateSpan | null;
  readonly acts: A[];
}

function groupsOf<A extends Dated>(acts: readonly A[]): Group<A>[] {
  const groups: Group<A>[] = [];
  for (const act of acts) {
    const span = spanOf(act);
    const last = groups.at(-1);
    if (span === null && last !== undefined) last.acts.push(act);
    else groups.push({ span, acts: [act] });
  }
  return groups;
}

function spanOf({ date, extent }: Dated): DateSpan | null {
  return typeof date === 'string' ? (readDate(date, extent).span ?? null) : null;
}
