import { type Classification, type Content, type ContentType } from '@zvit/domain';
import { type Wanted } from './draw-up.js';
import { type Ids } from './ids.js';
import { keepOrder } from './keep-order.js';
import { matchRepeated } from './match-repeated.js';
import { type Standing } from './standing-records.js';

/** A record as the files want it, with its id, and with what stands of it. */
export interface Planned extends Wanted {
  readonly id: string;
  readonly standing?: Standing;
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
    for (const { one, key, id } of matchRepeated(group, standing, ids))
      planned.set(one, withStanding({ ...one, key }, id ?? ids.give(one.type, key), byId));
  const all = wanted.map((one) => planned.get(one)!);
  const orders = ordersOf(all);
  return all.map((one) => ({ ...one, content: completed(one, orders.get(one), classification) }));
}

function withStanding(one: Wanted, id: string, byId: ReadonlyMap<string, Standing>): Planned {
  const standing = byId.get(id);
  return { ...one, id, ...(standing ? { standing } : {}) };
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
