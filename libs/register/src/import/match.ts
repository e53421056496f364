import { type Classification, type Content, type ContentType, type RecordType } from '@zvit/domain';
import { saying } from './compare.js';
import { type Wanted } from './draw-up.js';
import { keepOrder } from './keep-order.js';
import { type Refs } from './read-record.js';
import { type Standing } from './standing-records.js';

/** A record as the files want it, with its id, and with what stands of it. */
export interface Planned extends Wanted {
  readonly id: string;
  readonly standing?: Standing;
}

/** Ids by the data's own names: those that stand, and those that are given out before anything is appended. */
export class Ids {
  private readonly known = new Map<string, string>();

  constructor(
    standing: readonly Standing[],
    private readonly newId: () => string,
  ) {
    for (const one of standing) if (one.key !== null) this.known.set(`${one.type} ${one.key}`, one.id);
  }

  readonly of: Refs = (type, key) => this.known.get(`${type} ${key}`);

  give(type: RecordType, key: string): string {
    const id = this.of(type, key) ?? this.newId();
    this.known.set(`${type} ${key}`, id);
    return id;
  }
}

/** Finds for each wanted record the one that stands, by type and key; gives keys, orders, class and language to what is new. */
export function match(
  wanted: readonly Wanted[],
  standing: readonly Standing[],
  ids: Ids,
  classification: Classification,
): Planned[] {
  const byId = new Map(standing.map((one) => [one.id, one]));
  const planned = new Map<Wanted, Planned>();
  const repeated = new Map<string, Wanted[]>();
  for (const one of wanted)
    if (one.repeats) repeated.set(`${one.type} ${one.key}`, [...(repeated.get(`${one.type} ${one.key}`) ?? []), one]);
    else planned.set(one, withStanding(one, ids.give(one.type, one.key), byId));
  for (const group of repeated.values())
    for (const [one, key] of matchRepeated(group, standing, ids))
      planned.set(one, withStanding({ ...one, key }, ids.give(one.type, key), byId));
  const all = wanted.map((one) => planned.get(one)!);
  const orders = ordersOf(all);
  return all.map((one) => ({ ...one, content: completed(one, orders.get(one), classification) }));
}

function withStanding(one: Wanted, id: string, byId: ReadonlyMap<string, Standing>): Planned {
  const standing = byId.get(id);
  return { ...one, id, ...(standing ? { standing } : {}) };
}

/**
 * Pairs records that share a name with those that stand: first those that say the same, then in order. What is left is new
 * and gets the next free mark: `icpa/US/donor`, `icpa/US/donor#2`.
 */
function matchRepeated(group: readonly Wanted[], standing: readonly Standing[], ids: Ids): [Wanted, string][] {
  const { type, key: base, mechanism } = group[0]!;
  const mechanismId = mechanism === null ? undefined : ids.of('mechanism', mechanism);
  const isMarked = (key: string) =>
    key === base || (key.startsWith(`${base}#`) && /^\d+$/.test(key.slice(base.length + 1)));
  const free = standing.filter(
    (one) => one.type === type && one.mechanismId === mechanismId && one.key !== null && isMarked(one.key),
  );
  const taken = new Set(free.map((one) => one.key));
  const pairs = new Map<Wanted, string>();
  const pair = (one: Wanted, found: Standing | undefined) => {
    if (!found) return;
    pairs.set(one, found.key!);
    free.splice(free.indexOf(found), 1);
  };
  const said = (one: Standing) => (one.content ? saying(type, one.content) : undefined);
  for (const one of group)
    pair(
      one,
      free.find((other) => said(other) === saying(type, one.content)),
    );
  for (const one of group) if (!pairs.has(one)) pair(one, free[0]);
  for (const one of group) {
    if (pairs.has(one)) continue;
    let key = base;
    for (let n = 2; taken.has(key); n += 1) key = `${base}#${n}`;
    taken.add(key);
    pairs.set(one, key);
  }
  return group.map((one) => [one, pairs.get(one)!]);
}

/** Kinds whose order is not that of a list: steps have theirs from the chain, each mechanism has a file of its own. */
const UNORDERED: readonly ContentType[] = ['mechanism', 'transition'];

function ordersOf(planned: readonly Planned[]): Map<Planned, number> {
  const lists = new Map<string, Planned[]>();
  for (const one of planned) {
    const list = `${one.type} ${one.mechanism ?? ''}`;
    if (!UNORDERED.includes(one.type)) lists.set(list, [...(lists.get(list) ?? []), one]);
  }
  const orders = new Map<Planned, number>();
  for (const list of lists.values())
    for (const [index, order] of keepOrder(
      list.map((one) => one.standing?.content?.order as number | undefined),
    ).entries())
      orders.set(list[index]!, order);
  return orders;
}

function completed(one: Planned, order: number | undefined, classification: Classification): Content {
  return {
    ...one.content,
    key: one.key,
    // A step of status has the class of its mechanism and none of its own.
    ...(one.type === 'transition' ? {} : { class: classification }),
    lang: 'en',
    ...(order === undefined ? {} : { order }),
  };
}
