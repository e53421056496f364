import { type Fault, isDay, Refusal, refuseFaults } from '@zvit/domain';
import { type Db, type View, viewOf } from '@zvit/store';
import { type ChangesQuery } from './changes-query.dto.js';

/** The two states that are compared, each as a person reads it. Both note what is confidential for one and the same answer. */
export interface Ends {
  readonly from: View;
  readonly to: View;
}

type End = keyof Ends;

const fault = (end: End, code: Fault['code'], detail: string): Fault => ({ pointer: `/${end}`, code, detail });
const BACKWARDS = 'The stretch ends before it begins.';

/** Two moments of knowledge. Neither lies after the view's own: entries after it are as if they weren't. */
export async function momentsAsked(db: Db, view: View, query: ChangesQuery, now: string): Promise<Ends> {
  const from = await momentAsked(db, view, 'from', query.from ?? '0', now);
  const to = await momentAsked(db, view, 'to', query.to, now);
  if (from.seq > to.seq) refuseFaults([fault('to', 'end-before-begin', BACKWARDS)]);
  return { from, to };
}

async function momentAsked(db: Db, view: View, end: End, text: string | undefined, now: string): Promise<View> {
  if (text === undefined) return view;
  const moment = await viewOf(db, view.actor, { knownAt: text }, now).catch((error: unknown) => {
    // The fault is of this parameter, whatever the reader of moments calls it.
    const first = error instanceof Refusal ? error.more.faults?.[0] : undefined;
    if (first) refuseFaults([fault(end, first.code, first.detail)]);
    throw error;
  });
  return moment.seq < view.seq ? { ...moment, newest: false, restricted: view.restricted } : view;
}

/** Two days in the world, both as known at the view's moment. */
export function daysAsked(view: View, { from, to }: ChangesQuery): Ends {
  const read = (end: End, text: string | undefined): Fault[] => {
    if (text === undefined) return [fault(end, 'missing', 'Between two days in the world: a day such as 2026-06-01.')];
    return isDay(text) ? [] : [fault(end, 'not-a-date', 'A day such as 2026-06-01.')];
  };
  refuseFaults([...read('from', from), ...read('to', to)]);
  if (to! < from!) refuseFaults([fault('to', 'end-before-begin', BACKWARDS)]);
  return { from: { ...view, validOn: from as View['validOn'] }, to: { ...view, validOn: to as View['validOn'] } };
}
