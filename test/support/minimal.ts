import { type Actor, type Content, type ContentType, sightOf } from '@zvit/domain';
import { addRecord, type Receipt, type Store, Surrounded } from '@zvit/store';

/** A person who may write, for tests below HTTP. */
export const WRITER: Actor = { person: '0'.repeat(26), account: '1'.repeat(26), roles: ['editor'] };

/** One record through the same act that a person's request comes to. */
export function add(store: Store, type: ContentType, content: Content): Promise<Receipt> {
  return store.act(WRITER, (tx) => addRecord(tx, new Surrounded(tx, sightOf(WRITER.roles)), type, content));
}

const vocabulary = (key: string, ...terms: Content[]) => ({
  key,
  terms: Object.fromEntries(terms.map((term, index) => [String(index + 1), term])),
});

const names = (name: string) => ({ en: name, nl: name, uk: name });

export interface Minimal {
  readonly lifecycle: string;
  readonly source: string;
  readonly party: string;
  readonly mechanism: string;
}

/** The least that an event can stand on: vocabularies, a lifecycle, a source, a party and a mechanism. */
export async function minimalRecord(store: Store): Promise<Minimal> {
  await add(store, 'vocabulary', vocabulary('event_kinds', { id: 'founding' }, { id: 'statement' }));
  await add(store, 'vocabulary', vocabulary('mechanism_kinds', { id: 'tribunal' }));
  await add(store, 'vocabulary', vocabulary('participant_roles', { id: 'member' }));
  await add(
    store,
    'vocabulary',
    vocabulary('participation_acts', { id: 'signed', effect: 'opens-if-alone' }, { id: 'left', effect: 'closes' }),
  );
  await add(store, 'vocabulary', vocabulary('participation_ends', { id: 'open' }, { id: 'unknown' }));
  const lifecycle = await add(store, 'lifecycle', {
    key: 'tribunal',
    kinds: ['tribunal'],
    initial: 'proposed',
    entries: ['proposed'],
    terminal: ['closed'],
    statuses: {
      1: { id: 'proposed', ...names('Proposed'), definition: 'Called for.' },
      2: { id: 'open', ...names('Open'), definition: 'At work.' },
      3: { id: 'closed', ...names('Closed'), definition: 'Ended.' },
    },
    steps: {
      1: { from: null, to: 'proposed', condition: null, evidence: 'A statement.' },
      2: { from: 'proposed', to: 'open', condition: null, evidence: 'A decision.' },
      3: { from: 'open', to: 'open', condition: null, evidence: 'A renewal.' },
      4: { from: 'open', to: 'closed', condition: null, evidence: 'A decision.' },
    },
  });
  const source = await add(store, 'source', sourceOf('Statement of the sponsors'));
  const party = await add(store, 'party', { key: 'NL', type: 'state', iso: 'NL', names: names('Netherlands') });
  const mechanism = await add(store, 'mechanism', {
    key: 'a-tribunal',
    kind: 'tribunal',
    lifecycle: lifecycle.id,
    names: names('A tribunal'),
    abbreviations: ['AT'],
    description: 'A tribunal for tests.',
    seat: { place: 'The Hague', country: 'NL', citations: { 1: { source: source.id } } },
    hostInstitution: null,
    legalBases: { 1: { text: 'Agreement', citations: { 1: { source: source.id } } } },
    website: null,
    verified: true,
  });
  return { lifecycle: lifecycle.id, source: source.id, party: party.id, mechanism: mechanism.id };
}

export const sourceOf = (title: string): Content => ({
  title,
  publisher: 'A ministry',
  type: 'primary',
  date: '2023-05-17',
  url: null,
  language: 'en',
});

export const eventOf = (minimal: Minimal, title: string, date = '2023-05-17'): Content => ({
  mechanism: minimal.mechanism,
  date,
  kind: 'statement',
  title,
  description: 'What happened.',
  place: null,
  verified: true,
  citations: { 1: { source: minimal.source, locator: 'p. 1', quote: 'as it stands' } },
});

export const participationOf = (minimal: Minimal): Content => ({
  mechanism: minimal.mechanism,
  party: minimal.party,
  role: 'member',
  joined: '2023-05-17',
  left: null,
  end: 'unknown',
  acts: { 1: { act: 'signed', date: '2023-05-17', citations: { 1: { source: minimal.source } } } },
  verified: true,
  citations: { 1: { source: minimal.source } },
});
