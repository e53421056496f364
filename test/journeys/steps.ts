import { type Response } from 'supertest';
import { type World } from '../support/world.js';

/** Citations of the reference data that steps of these tests rest on. */
export const CITED = [
  { source: 'eurojust-2026-02-four-years', locator: 'p. 2', quote: 'continuing the road to accountability' },
];

/** A step that the lifecycle of ICPA lists out of `operational`. */
export const DORMANT = { to: 'dormant', effective: '2026-03', reason: 'No activity was found.', citations: CITED };

export const propose = (world: World, mechanism: string, step: object, who = 'editor'): Promise<Response> =>
  Promise.resolve(world.as(who).post(`/v1/mechanisms/${mechanism}/transitions`).send(step));

export const approve = (world: World, { id, contentHash }: { id: string; contentHash: string }, who = 'approver') =>
  Promise.resolve(world.as(who).post(`/v1/transitions/${id}/approval`).send({ contentHash }));

/** Proposes a step and has a colleague approve it. */
export async function move(world: World, mechanism: string, step: object): Promise<string> {
  const proposed = await propose(world, mechanism, step);
  if (proposed.status !== 201) throw new Error(proposed.text);
  const approved = await approve(world, proposed.body as { id: string; contentHash: string });
  if (approved.status !== 201) throw new Error(approved.text);
  return (proposed.body as { id: string }).id;
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
