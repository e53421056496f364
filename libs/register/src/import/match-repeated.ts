import { saying } from './compare.js';
import { type Wanted } from './draw-up.js';
import { type Ids } from './ids.js';
import { type Standing } from './standing-records.js';

/** A wanted record with its key, and the id of the one that stands where there is one. */
export interface Paired {
  readonly one: Wanted;
  readonly key: string;
  readonly id?: string;
}

/**
 * Pairs records that share a name with those that stand: first those that say the same, then in order, the living before what was
 * only ever proposed, of that the latest first. What is left is new and gets the next free mark: `icpa/US/donor`, `icpa/US/donor#2`.
 */
export function matchRepeated(group: readonly Wanted[], standing: readonly Standing[], ids: Ids): Paired[] {
  const { type, key: base, mechanism } = group[0]!;
  const mechanismId = mechanism === null ? undefined : ids.of('mechanism', mechanism);
  const near = standing.filter((one) => one.type === type && one.mechanismId === mechanismId);
  const named = near.filter((one) => isMarked(one.key, base));
  const taken = new Set(named.map((one) => one.key));
  const free = [...named.filter((one) => !isDead(one)), ...named.filter(isDead).reverse()];
  const pairs = new Map<Wanted, Standing>();
  const pair = (one: Wanted, found: Standing | undefined, from: Standing[]) => {
    if (!found || pairs.has(one)) return;
    pairs.set(one, found);
    from.splice(from.indexOf(found), 1);
  };
  for (const one of group) {
    const said = saying(type, one.content);
    const same = free.find((other) => other.content && saying(type, other.content) === said);
    pair(one, same, free);
  }
  // A step that a person recorded before the files had it bears no name of the data.
  const byHand = near.filter((one) => one.key === null && one.content && !one.retracted);
  for (const one of group)
    pair(
      one,
      byHand.find((other) => isSameStep(other, one)),
      byHand,
    );
  for (const one of group) pair(one, free[0], free);
  return group.map((one) => {
    const found = pairs.get(one);
    const isStale = found !== undefined && isDead(found) && found.proposal?.state === 'stale';
    if (found && !isStale) return { one, key: found.key ?? base, id: found.id };
    let key = base;
    for (let n = 2; taken.has(key); n += 1) key = `${base}#${n}`;
    taken.add(key);
    return { one, key };
  });
}

const isMarked = (key: string | null, base: string): boolean =>
  key === base || (key?.startsWith(`${base}#`) === true && /^\d+$/.test(key.slice(base.length + 1)));

/** Proposed once and never part of the record. One that went stale is proposed anew, as a new record. */
const isDead = (one: Standing): boolean =>
  one.content === undefined && one.retracted === 0 && one.proposal !== undefined && one.proposal.state !== 'open';

const isSameStep = (other: Standing, { type, content }: Wanted): boolean =>
  type === 'transition' && other.content?.to === content.to && other.content?.date === content.date;
