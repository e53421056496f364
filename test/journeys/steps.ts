import { type Response } from 'supertest';
import { type World } from '../support/world.js';

/** What these tests read of a receipt. */
export interface Receipt {
  readonly id: string;
  readonly contentHash: string;
  readonly leafHash: string;
  readonly version: number;
  readonly seq: number;
}

export interface Step {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly proposes: string;
  readonly imported: boolean;
  readonly from: string | null;
  readonly to: string;
  readonly fulfilment: object | null;
}

/** What these tests read of the answer on a mechanism's transitions. */
export interface Transitions {
  readonly current: { readonly id: string; readonly since: string };
  readonly possible: readonly {
    readonly to: string;
    readonly condition: string | null;
    readonly blockers: readonly { readonly code: string; readonly sentences: { readonly uk: string } }[];
  }[];
  readonly items: readonly Step[];
}

export const receiptOf = (answer: Response): Receipt => answer.body as Receipt;

export async function transitionsOf(world: World, mechanism: string, query = ''): Promise<Transitions> {
  const answer = await world.as('diplomat').get(`/v1/mechanisms/${mechanism}/transitions${query}`).expect(200);
  return answer.body as Transitions;
}

/** The first possible step of a mechanism, as a wish with what its condition asks. */
export function possibleOf({ possible }: Transitions) {
  const step = possible.find(({ blockers }) => blockers.every(({ code }) => code === 'fulfilment-missing'))!;
  const fulfilment = step.condition === null ? undefined : { text: 'As the source says.', citations: CITED };
  return { to: step.to, effective: '2026-09-01', reason: 'As the source says.', citations: CITED, fulfilment };
}

/** Citations of the reference data that steps of these tests rest on. */
export const CITED = [
  { source: 'eurojust-2026-02-four-years', locator: 'p. 2', quote: 'continuing the road to accountability' },
];

/** A step that the lifecycle of ICPA lists out of `operational`. */
export const DORMANT = { to: 'dormant', effective: '2026-03', reason: 'No activity was found.', citations: CITED };

export const propose = (world: World, mechanism: string, step: object, who = 'editor'): Promise<Response> =>
  Promise.resolve(world.as(who).post(`/v1/mechanisms/${mechanism}/transitions`).send(step));

export const approve = (
  world: World,
  { id, contentHash }: Pick<Receipt, 'id' | 'contentHash'>,
  who = 'approver',
): Promise<Response> => Promise.resolve(world.as(who).post(`/v1/transitions/${id}/approval`).send({ contentHash }));

/** Proposes a step and has a colleague approve it. */
export async function move(world: World, mechanism: string, step: object): Promise<string> {
  const proposed = await propose(world, mechanism, step);
  if (proposed.status !== 201) throw new Error(proposed.text);
  const approved = await approve(world, receiptOf(proposed));
  if (approved.status !== 201) throw new Error(approved.text);
  return receiptOf(proposed).id;
}

/** Pointer and code of every fault of a refusal, in alphabetical order. */
export const faultsOf = (answer: Response): string[] =>
  ((answer.body as { errors?: { pointer: string; code: string }[] }).errors ?? [])
    .map(({ pointer, code }) => `${pointer} ${code}`)
    .sort();

export const codesOf = (answer: Response): string[] =>
  ((answer.body as { blockers?: { code: string }[] }).blockers ?? []).map(({ code }) => code);

/** Entries in the ledger now. */
export async function entriesIn(world: World): Promise<number> {
  return (await world.store.db.get<{ n: number }>('SELECT CAST(count(*) AS integer) AS n FROM entry'))!.n;
}
