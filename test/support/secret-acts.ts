import { type Content } from '@zvit/domain';
import { add, eventOf, type Minimal, minimalRecord, participationOf, sourceOf } from './minimal.js';
import { type World } from './world.js';

/** One act by its number, the same in each world it is done in. */
type Act = (world: World, minimal: Minimal, n: number) => Promise<unknown>;

const confidential = (content: Content): Content => ({ ...content, class: 'confidential' });

const cited = (minimal: Minimal) => ({ citations: { 1: { source: minimal.source } } });

/** Acts whose traces everybody who is logged in may see. */
export const VISIBLE: readonly Act[] = [
  (world, minimal, n) => add(world.store, 'event', eventOf(minimal, `Visible event ${n}`, '2023-06-01')),
  (world, _minimal, n) => add(world.store, 'source', sourceOf(`Visible source ${n}`)),
  (world, minimal) =>
    world
      .as('editor')
      .post(`/v1/mechanisms/${minimal.mechanism}/transitions`)
      .send({
        to: 'proposed',
        effective: '2023-01-01',
        reason: 'Called for.',
        citations: [{ source: minimal.source }],
      }),
];

/** Acts of which a diplomat may not learn. */
export const HIDDEN: readonly Act[] = [
  (world, minimal, n) => add(world.store, 'event', confidential(eventOf(minimal, `Secret event ${n}`, '2023-06-02'))),
  async (world, minimal, n) => {
    const source = await add(world.store, 'source', confidential(sourceOf(`Secret source ${n}`)));
    const event = { ...eventOf(minimal, `Secretly sourced ${n}`), citations: { 1: { source: source.id } } };
    await add(world.store, 'event', confidential(event));
  },
  (world, minimal) => add(world.store, 'participation', confidential(participationOf(minimal))),
  (world, minimal, n) =>
    add(world.store, 'condition', {
      class: 'confidential',
      mechanism: minimal.mechanism,
      holder: 'mechanism',
      bearsOn: 'status:open',
      text: `Secret condition ${n}`,
      setOn: null,
      metOn: null,
      status: 'open',
      verified: true,
      ...cited(minimal),
    }),
  secretMechanism,
  async (world, minimal, n) => {
    const event = await add(world.store, 'event', eventOf(minimal, `Raised later ${n}`));
    const raised = await world
      .as('editor')
      .post(`/v1/events/${event.id}/classification`)
      .set('If-Match', '"1"')
      .send({ class: 'confidential', reason: 'It names a witness.' });
    if (raised.status !== 201) throw new Error(`not raised: ${raised.text}`);
  },
];

async function secretMechanism(world: World, minimal: Minimal, n: number): Promise<void> {
  const mechanism = await add(world.store, 'mechanism', {
    class: 'confidential',
    kind: 'tribunal',
    lifecycle: minimal.lifecycle,
    names: { en: `Secret ${n}`, nl: `Geheim ${n}`, uk: `Таємниця ${n}` },
    abbreviations: [],
    description: 'Nobody knows.',
    seat: { place: null, country: null },
    hostInstitution: null,
    legalBases: { 1: { text: 'Secret basis', ...cited(minimal) } },
    website: null,
    verified: true,
  });
  await add(world.store, 'event', eventOf({ ...minimal, mechanism: mechanism.id }, `Of a secret mechanism ${n}`));
  const relation = { mechanism: minimal.mechanism, type: 'linked-to', target: mechanism.id, ...cited(minimal) };
  await add(world.store, 'relation', relation);
}

const vocabularyOf = (key: string, ...ids: string[]): Content => ({
  key,
  terms: Object.fromEntries(ids.map((id, index) => [String(index + 1), { id }])),
});

/** What both worlds begin with. */
export async function begin(world: World): Promise<Minimal> {
  const minimal = await minimalRecord(world.store);
  await add(world.store, 'vocabulary', vocabularyOf('relation_types', 'linked-to'));
  await add(world.store, 'vocabulary', vocabularyOf('condition_statuses', 'open', 'met'));
  await add(world.store, 'event', eventOf(minimal, 'The first'));
  return minimal;
}
