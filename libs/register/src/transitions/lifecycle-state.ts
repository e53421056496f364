import {
  type ConditionNow,
  type Content,
  type Lifecycle,
  type LifecycleState,
  type LifecycleStatus,
  type LifecycleStep,
  type Span,
  type Step,
} from '@zvit/domain';
import { type Db, FOREVER, type View, visible } from '@zvit/store';

/** Everything a decision on a mechanism's status rests on, and the ids of what it rests on. */
/** A condition with the rank of its class: what only some may see must not show in what all may. */
export type RankedCondition = ConditionNow & { readonly rank: number };

export interface MechanismState extends LifecycleState {
  readonly mechanismId: string;
  readonly rank: number;
  readonly conditions: readonly RankedCondition[];
  readonly lifecycleId: string;
}

/** A condition on rows of a table: those that hold now, or those that a view shows. */
export type Holding = (alias: string) => string;

export const holdingNow: Holding = (alias) => `${alias}.until_seq = ${FOREVER}`;
export const holdingIn =
  (view: View): Holding =>
  (alias) =>
    visible(view, alias);

/** Reads a mechanism's lifecycle, chain, conditions and counts; undefined where there is no such mechanism to be seen. */
export async function mechanismState(
  db: Db,
  holding: Holding,
  mechanismId: string,
): Promise<MechanismState | undefined> {
  const mechanism = await db.get<{ rank: number; lifecycle_id: string; lifecycle: string; key: string }>(
    `SELECT m.rank, m.lifecycle_id, l.content AS lifecycle, l.key FROM mechanism m JOIN lifecycle l ON l.id = m.lifecycle_id
     WHERE m.id = ? AND ${holding('m')} AND ${holding('l')}`,
    [mechanismId],
  );
  if (!mechanism) return undefined;
  const counts = await actCounts(db, holding, mechanismId);
  return {
    mechanismId,
    rank: mechanism.rank,
    lifecycleId: mechanism.lifecycle_id,
    lifecycle: lifecycleFrom(mechanism.key, JSON.parse(mechanism.lifecycle) as Content),
    chain: await chainOfMechanism(db, holding, mechanismId),
    conditions: await conditionsOf(db, holding, mechanismId),
    foundingDays: await foundingDays(db, holding, mechanismId),
    reached: (act) => counts.get(act) ?? 0,
  };
}

/** A lifecycle's content as the engine reads it. */
export function lifecycleFrom(slug: string, content: Content): Lifecycle {
  const statuses = Object.values(
    content.statuses as unknown as Record<string, Omit<LifecycleStatus, 'order'> & { id: string }>,
  );
  return {
    slug,
    kinds: content.kinds as string[],
    initial: content.initial as string,
    entries: content.entries as string[],
    terminal: content.terminal as string[],
    statuses: Object.fromEntries(statuses.map(({ id, ...status }, order) => [id, { ...status, order }])),
    steps: Object.values(content.steps as unknown as Record<string, LifecycleStep>),
  };
}

interface StepRow {
  readonly id: string;
  readonly content: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly position: number;
}

async function chainOfMechanism(db: Db, holding: Holding, mechanismId: string): Promise<Step[]> {
  const rows = await db.all<StepRow>(
    `SELECT t.id, t.content, t.earliest, t.latest, t.position FROM transition t WHERE t.mechanism_id = ? AND ${holding('t')}`,
    [mechanismId],
  );
  return rows.map(({ id, content, earliest, latest, position }) => {
    const step = JSON.parse(content) as Record<string, unknown>;
    return {
      id,
      from: step.from as string | null,
      to: step.to as string,
      effective: { edtf: step.date as string, earliest, latest },
      order: position,
      ...(step.termEnds === undefined ? {} : { termEnds: step.termEnds as string | null }),
      fulfilled: step.fulfilment !== undefined,
    };
  });
}

async function conditionsOf(db: Db, holding: Holding, mechanismId: string): Promise<RankedCondition[]> {
  const rows = await db.all<{ id: string; rank: number; key: string | null; content: string }>(
    `SELECT c.id, c.rank, c.key, c.content FROM "condition" c WHERE c.mechanism_id = ? AND ${holding('c')} ORDER BY c.id`,
    [mechanismId],
  );
  return rows.map(({ id, rank, key, content }) => {
    const condition = JSON.parse(content) as Omit<ConditionNow, 'id' | 'slug'>;
    const { holder, bearsOn, status, text, threshold } = condition;
    return { id, rank, slug: key ?? id, holder, bearsOn, status, text, ...(threshold ? { threshold } : {}) };
  });
}

async function foundingDays(db: Db, holding: Holding, mechanismId: string): Promise<Span[]> {
  const rows = await db.all<{ content: string; earliest: string | null; latest: string | null }>(
    `SELECT e.content, e.earliest, e.latest FROM event e WHERE e.mechanism_id = ? AND e.kind = 'founding' AND ${holding('e')}`,
    [mechanismId],
  );
  return rows.map(({ content, earliest, latest }) => ({
    edtf: (JSON.parse(content) as { date: string | null }).date ?? '',
    earliest,
    latest,
  }));
}

/** How many parties have each act of participation: a threshold counts parties, not acts. */
export async function actCounts(db: Db, holding: Holding, mechanismId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.all<{ act: string; parties: number }>(
    `SELECT a.act, CAST(count(DISTINCT a.party_id) AS integer) AS parties FROM participation_act a
     JOIN participation p ON p.id = a.record_id WHERE a.mechanism_id = ? AND ${holding('p')}
     AND a.from_seq <= p.from_seq AND a.until_seq >= p.until_seq GROUP BY a.act`,
    [mechanismId],
  );
  return new Map(rows.map((row) => [row.act, row.parties]));
}
