import { type Actor, type Day, readInstant, Refusal, type Sight, sightOf, utcDay } from '@zvit/domain';
import { type Db } from '../db.js';

/**
 * From where one reads: what was known at a position of the ledger, on which day of the world, with whose eyes.
 * Every read takes one; today is just the newest moment.
 */
export interface View {
  readonly actor: Actor;
  readonly sight: Sight;
  /** Position of the ledger: entries after it are as if they weren't. */
  readonly seq: number;
  /** Instant of the moment of knowledge: that asked for, or of the position. */
  readonly knownAt: string;
  readonly validOn: Day;
  /** Whether the view is of the newest moment, asked for or not. */
  readonly newest: boolean;
  /** Ids of confidential records that an answer showed; the access journal hears of them. */
  readonly restricted: Set<string>;
}

export interface Moment {
  readonly knownAt?: string;
  readonly validOn?: string;
}

/** Makes a view of a moment: `knownAt` an instant (RFC 3339) or a ledger position, `validOn` a day; both default to now. */
export async function viewOf(db: Db, actor: Actor, moment: Moment, now: string): Promise<View> {
  const { seq, knownAt, newest } = await positionOf(db, moment.knownAt, now);
  const validOn = (moment.validOn ?? utcDay(knownAt)) as Day;
  return { actor, sight: sightOf(actor.roles), seq, knownAt, validOn, newest, restricted: new Set() };
}

async function positionOf(db: Db, knownAt: string | undefined, now: string) {
  const head = (await db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM act'))?.seq ?? 0;
  if (knownAt === undefined) return { seq: head, knownAt: now, newest: true };
  if (/^\d{1,10}$/.test(knownAt)) {
    const seq = Number(knownAt);
    if (seq > head) throw knownAtFault(`The ledger ends at ${head}.`);
    const row = await db.get<{ recorded_at: string }>('SELECT recorded_at FROM act WHERE seq = ?', [seq]);
    return { seq, knownAt: row?.recorded_at ?? now, newest: seq === head };
  }
  const instant = readInstant(knownAt);
  if (instant === null) throw knownAtFault('An instant such as 2026-06-01T12:00:00Z, or a position of the ledger.');
  const row = await db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM act WHERE recorded_at <= ?', [instant]);
  const seq = row?.seq ?? 0;
  // Nobody knows what will be known: an instant to come means now.
  return { seq, knownAt: instant > now ? now : instant, newest: seq === head };
}

const knownAtFault = (detail: string) =>
  new Refusal('invalid-input', `knownAt: ${detail}`, {
    faults: [{ pointer: '/knownAt', code: 'not-a-date', detail }],
  });

/**
 * The one filter of every read path, as SQL over a table of rows that hold from an entry until another: what was known then,
 * and what this person may see. The numbers are ours, never a client's text.
 */
export function visible(view: View, alias: string): string {
  const ranks = view.sight.length > 0 ? view.sight.join(', ') : '-1';
  return `${alias}.from_seq <= ${view.seq} AND ${alias}.until_seq > ${view.seq} AND ${alias}.shown IN (${ranks})`;
}

/** The same filter over entries of the history. */
export function visibleActs(view: View, alias: string): string {
  const ranks = view.sight.length > 0 ? view.sight.join(', ') : '-1';
  return `${alias}.seq <= ${view.seq} AND ${alias}.shown IN (${ranks})`;
}

/** Notes which of the rows that go into an answer are confidential. Rows carry `id` and `shown`. */
export function noteRestricted<T extends { id: string; shown: number }>(view: View, rows: readonly T[]): readonly T[] {
  for (const row of rows) if (row.shown === 2) view.restricted.add(row.id);
  return rows;
}

/** What an ETag of an answer that rests on these scopes has to change with; scopes absent: on everything. */
export async function restingOn(db: Db, view: View, scopes?: readonly string[]): Promise<string> {
  const ranks = view.sight.join(', ') || '-1';
  const where = scopes ? `AND scope IN (${[...scopes, 'library'].map(() => '?').join(', ')})` : '';
  const row = await db.get<{ seq: number | null; reclassed: number | null }>(
    `SELECT max(seq) AS seq, max(reclassed_seq) AS reclassed FROM touched WHERE rank IN (${ranks}) ${where}`,
    scopes ? [...scopes, 'library'] : [],
  );
  const seq = row?.seq ?? 0;
  return view.newest ? `${seq}` : `${Math.min(seq, view.seq)}.${row?.reclassed ?? 0}`;
}
