import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Store } from '@zvit/store';
import { parse } from 'yaml';

/** A file, or a part of one, as it is read: whatever it says. */
export type Fields = Record<string, ReturnType<typeof JSON.parse>>;

export const DATA = 'data/reference';
export const read = (folder: string, name: string) => parse(readFileSync(join(folder, name), 'utf8')) as Fields;
export const mechanismsIn = (folder: string): Fields[] =>
  readdirSync(join(folder, 'mechanisms')).map((name) => read(folder, `mechanisms/${name}`));

/** A record as it stands: its content, and by path the data's own names of the sources it cites. */
export interface Stored extends Fields {
  readonly id: string;
  readonly key: string;
  readonly cited: Record<string, string[]>;
}

/** Every record of one kind as it stands, in the order of the files. */
export async function stored(store: Store, type: string): Promise<Stored[]> {
  const rows = await store.db.all<{ id: string; key: string; content: string }>(
    `SELECT id, key, content FROM "${type}" WHERE until_seq = 2147483647`,
  );
  const citations = await store.db.all<{ record_id: string; path: string; source: string }>(
    `SELECT c.record_id, c.path, s.key AS source FROM citation c JOIN record s ON s.id = c.source_id
     JOIN record r ON r.id = c.record_id WHERE r.type = ? AND c.until_seq = 2147483647
     ORDER BY c.record_id, c.path, c.n`,
    [type],
  );
  const all = rows.map(({ id, key, content }): Stored => {
    const cited: Record<string, string[]> = {};
    for (const one of citations.filter((row) => row.record_id === id)) (cited[one.path] ??= []).push(one.source);
    return { ...(JSON.parse(content) as Fields), id, key, cited };
  });
  return all.sort((a, b) => Number(a.order ?? 0) - Number(b.order ?? 0));
}

/** The lists of a mechanism's file, the kinds of record in them, and whether they always stand there. */
export const LISTS: readonly [field: string, type: string, always?: boolean][] = [
  ['participants', 'participation', true],
  ['events', 'event', true],
  ['transitions', 'transition', true],
  ['relations', 'relation', true],
  ['tracks', 'track'],
  ['conditions', 'condition'],
  ['missions', 'mission'],
  ['forecasts', 'forecast'],
  ['figures', 'figure'],
  ['conflicts', 'conflict'],
  ['notes', 'note'],
];

type Name = (id: unknown) => unknown;

/** Without members that are undefined: those that the record does not have. */
const only = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const list = (items: unknown) => Object.entries((items ?? {}) as Record<string, Fields>);
const pick = (r: Fields, ...names: string[]) => only(Object.fromEntries(names.map((name) => [name, r[name]])));

/** Rebuilds the files' own words from what is stored, by a mapping that shares nothing with the import. */
export async function rebuilt(store: Store) {
  const rows = await store.db.all<{ id: string; key: string }>('SELECT id, key FROM record');
  const keys = new Map(rows.map((row) => [row.id, row.key]));
  const name: Name = (id) => (typeof id === 'string' ? (keys.get(id) ?? id) : id);
  const vocabularies = await stored(store, 'vocabulary');
  const term = (one: Fields): unknown => (one.definition === undefined ? one.id : one);
  return {
    parties: (await stored(store, 'party')).map((r) => ({
      id: r.key,
      ...pick(r, 'type', 'iso', 'names', 'abbreviation'),
    })),
    sources: (await stored(store, 'source')).map((r) =>
      only({
        id: r.key,
        ...pick(r, 'title', 'publisher', 'type', 'date', 'url', 'language', 'locator', 'notes'),
        part_of: name(r.partOf),
      }),
    ),
    lifecycles: (await stored(store, 'lifecycle')).map((r) => lifecycle(r, name)),
    vocabularies: Object.fromEntries(vocabularies.map((r) => [r.key, list(r.terms).map(([, one]) => term(one))])),
    mechanisms: await mechanisms(store, name),
  };
}

function lifecycle(r: Stored, name: Name): Fields {
  const support = list(r.supportConditions).map(([n, one]) => ({
    ...pick(one, 'id', 'text', 'evidence'),
    holder: name(one.holder),
    bears_on: one.bearsOn as unknown,
    sources: r.cited[`/supportConditions/${n}`],
  }));
  return only({
    id: r.key,
    ...pick(r, 'kinds', 'initial', 'entries', 'terminal', 'notes'),
    statuses: list(r.statuses).map(([, one]) => one),
    transitions: list(r.steps).map(([, one]) => one),
    support_conditions: r.supportConditions === undefined ? undefined : support,
  });
}

async function mechanisms(store: Store, name: Name): Promise<Fields[]> {
  const lists = await Promise.all(LISTS.map(async ([field, type]) => [field, await stored(store, type)] as const));
  return (await stored(store, 'mechanism')).map((r) => {
    const of = (field: string) => lists.find(([other]) => other === field)![1].filter((one) => one.mechanism === r.id);
    return only({
      id: r.key,
      ...pick(r, 'kind', 'names', 'abbreviations', 'description', 'website', 'verified'),
      lifecycle: name(r.lifecycle),
      aliases: list(r.aliases).map(([, one]) => one),
      seat: only({ ...(r.seat as Fields), sources: r.cited['/seat'] }),
      host_institution: r.hostInstitution,
      legal_basis: list(r.legalBases).map(([n, one]) => ({ ...one, sources: r.cited[`/legalBases/${n}`] })),
      status: of('transitions').at(-1)!.to,
      ...Object.fromEntries(
        LISTS.filter(([field, , always]) => always || of(field).length > 0).map(([field, type]) => [
          field,
          of(field).map((one) => only({ ...everywhere(one), ...OWN[type]!(one, name) })),
        ]),
      ),
    });
  });
}

const everywhere = (r: Stored): Fields => ({ ...pick(r, 'extent', 'verified', 'notes'), sources: r.cited[''] });

const OWN: Record<string, (r: Stored, name: Name) => Fields> = {
  participation: (r, name) => ({
    party: name(r.party),
    ...pick(r, 'role', 'joined', 'left', 'end'),
    attested_until: r.attestedUntil,
    acts:
      r.acts === undefined ? undefined : list(r.acts).map(([n, one]) => ({ ...one, sources: r.cited[`/acts/${n}`] })),
  }),
  event: (r) => ({ id: r.key, ...pick(r, 'date', 'kind', 'title', 'description', 'place') }),
  transition: (r) => ({
    ...pick(r, 'from', 'to', 'date', 'reason'),
    fulfilment:
      r.fulfilment === undefined ? undefined : { ...(r.fulfilment as Fields), sources: r.cited['/fulfilment'] },
    term_ends: r.termEnds,
  }),
  condition: (r, name) => ({
    id: r.key,
    holder: name(r.holder),
    bears_on: r.bearsOn,
    ...pick(r, 'text', 'threshold', 'status'),
    set_on: r.setOn,
    met_on: r.metOn,
  }),
  mission: (r) => pick(r, 'number', 'period', 'team'),
  track: (r) => ({ id: r.key.split('/')[1], ...pick(r, 'subject', 'status', 'since', 'expires') }),
  relation: (r, name) => ({ type: r.type, target: name(r.target) }),
  forecast: (r, name) => ({
    id: r.key,
    ...pick(r, 'statement', 'expected', 'outcome'),
    by: name(r.by),
    made_on: r.madeOn,
    met_by: name(r.metBy),
    later_event: name(r.laterEvent),
  }),
  figure: (r) => ({ id: r.key, ...pick(r, 'measure', 'value', 'unit', 'precision'), as_of: r.asOf }),
  conflict: (r) => ({
    ...pick(r, 'field', 'preferred', 'resolution'),
    values: list(r.values).map(([n, one]) => ({ ...one, sources: r.cited[`/values/${n}`] })),
  }),
  note: (r) => ({ text: r.text, sources: r.cited[''] ?? [] }),
};
