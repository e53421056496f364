import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Refusal } from '@zvit/domain';
import { ImportReference, type ImportSummary } from '@zvit/register';
import { type Connections, type Store } from '@zvit/store';
import { parse } from 'yaml';
import { WRITER } from '../support/minimal.js';
import { ENGINES, newPlace, openStore, type TestPlace } from '../support/place.js';
import { verifyAll } from '../support/verify.js';

type Fields = Record<string, any>; // a YAML file as it is read: whatever it says

const DATA = 'data/reference';
const APPROVER: Actor = { person: '2'.repeat(26), account: '3'.repeat(26), roles: ['approver'] };
const read = (folder: string, name: string) => parse(readFileSync(join(folder, name), 'utf8')) as Fields;
const mechanismsIn = (folder: string) =>
  readdirSync(join(folder, 'mechanisms')).map((name) => read(folder, `mechanisms/${name}`));

/** Every record of one kind as it stands, its content with its citations, in the order of the files. */
async function stored(store: Store, type: string): Promise<Fields[]> {
  const rows = await store.db.all<{ id: string; key: string; content: string }>(
    `SELECT id, key, content FROM "${type}" WHERE until_seq = 2147483647`,
  );
  const citations = await store.db.all<{ record_id: string; path: string; n: number; source: string }>(
    `SELECT c.record_id, c.path, c.n, s.key AS source FROM citation c JOIN record s ON s.id = c.source_id
     JOIN record r ON r.id = c.record_id WHERE r.type = ? AND c.until_seq = 2147483647 AND c.path NOT LIKE '/proposals/%'
     ORDER BY c.record_id, c.path, c.n`,
    [type],
  );
  return rows
    .map(({ id, key, content }) => {
      const cited: Record<string, string[]> = {};
      for (const one of citations.filter((row) => row.record_id === id)) (cited[one.path] ??= []).push(one.source);
      return { id, key, cited, ...(JSON.parse(content) as Fields), order: (JSON.parse(content) as Fields).order ?? 0 };
    })
    .sort((a, b) => a.order - b.order);
}

/** The value without members that are undefined: those that the record does not have. */
const only = (fields: Fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const list = (items?: Fields) => (items ? Object.entries(items) : []) as [string, Fields][];

/** Rebuilds the files' own words from what is stored, by a mapping that shares nothing with the import. */
async function rebuilt(store: Store) {
  const keys = new Map(
    (await store.db.all<{ id: string; key: string }>('SELECT id, key FROM record')).map((row) => [row.id, row.key]),
  );
  const name = (id: unknown) => (typeof id === 'string' ? (keys.get(id) ?? id) : id);
  const all: Record<string, Fields[]> = {};
  for (const type of ['party', 'source', 'lifecycle', 'vocabulary', 'mechanism', ...LISTS.map(([, of]) => of)])
    all[type] = await stored(store, type);

  const conditions = (r: Fields) => ({ holder: name(r.holder), bears_on: r.bearsOn, text: r.text });
  const inverse: Record<string, (r: Fields) => Fields> = {
    participation: (r) => ({
      party: name(r.party),
      role: r.role,
      joined: r.joined,
      left: r.left,
      end: r.end,
      attested_until: r.attestedUntil,
      acts:
        r.acts &&
        list(r.acts).map(([n, one]) =>
          only({ act: one.act, date: one.date, extent: one.extent, sources: r.cited[`/acts/${n}`] }),
        ),
    }),
    event: (r) => ({
      id: r.key,
      date: r.date,
      kind: r.kind,
      title: r.title,
      description: r.description,
      place: r.place,
    }),
    transition: (r) => ({
      from: r.from,
      to: r.to,
      date: r.date,
      reason: r.reason,
      fulfilment: r.fulfilment && { text: r.fulfilment.text, sources: r.cited['/fulfilment'] },
      term_ends: r.termEnds,
    }),
    condition: (r) => ({
      id: r.key,
      ...conditions(r),
      threshold: r.threshold,
      set_on: r.setOn,
      met_on: r.metOn,
      status: r.status,
    }),
    mission: (r) => ({ number: r.number, period: r.period, team: r.team }),
    track: (r) => ({
      id: r.key.split('/')[1],
      subject: r.subject,
      status: r.status,
      since: r.since,
      expires: r.expires,
    }),
    relation: (r) => ({ type: r.type, target: name(r.target) }),
    forecast: (r) => ({
      id: r.key,
      statement: r.statement,
      by: name(r.by),
      made_on: r.madeOn,
      expected: r.expected,
      outcome: r.outcome,
      met_by: name(r.metBy),
      later_event: name(r.laterEvent),
    }),
    figure: (r) => ({
      id: r.key,
      measure: r.measure,
      value: r.value,
      unit: r.unit,
      precision: r.precision,
      as_of: r.asOf,
    }),
    conflict: (r) => ({
      field: r.field,
      values: list(r.values).map(([n, one]) => ({ value: one.value, sources: r.cited[`/values/${n}`] })),
      preferred: r.preferred,
      resolution: r.resolution,
    }),
    note: (r) => ({ text: r.text, sources: r.cited[''] ?? [] }),
  };
  const rest = (r: Fields) => ({ extent: r.extent, sources: r.cited[''], verified: r.verified, notes: r.notes });
  const lastStep = (id: string) => all.transition!.filter((one) => one.mechanism === id).at(-1)!.to as string;
  return {
    parties: all.party!.map((r) =>
      only({ id: r.key, type: r.type, iso: r.iso, names: r.names, abbreviation: r.abbreviation }),
    ),
    sources: all.source!.map((r) => {
      const { key, title, publisher, type, date, url, language, locator, notes } = r;
      return only({ id: key, title, publisher, type, date, url, language, locator, part_of: name(r.partOf), notes });
    }),
    lifecycles: all.lifecycle!.map((r) =>
      only({
        id: r.key,
        kinds: r.kinds,
        initial: r.initial,
        entries: r.entries,
        terminal: r.terminal,
        statuses: list(r.statuses).map(([, one]) => one),
        transitions: list(r.steps).map(([, one]) => one),
        support_conditions:
          r.supportConditions &&
          list(r.supportConditions).map(([n, one]) => ({
            id: one.id,
            ...conditions(one),
            evidence: one.evidence,
            sources: r.cited[`/supportConditions/${n}`],
          })),
        notes: r.notes,
      }),
    ),
    vocabularies: Object.fromEntries(
      all.vocabulary!.map((r) => [
        r.key,
        list(r.terms).map(([, one]) => (one.definition === undefined ? one.id : one) as unknown),
      ]),
    ),
    mechanisms: all.mechanism!.map((r) =>
      only({
        id: r.key,
        kind: r.kind,
        lifecycle: name(r.lifecycle),
        names: r.names,
        abbreviations: r.abbreviations,
        aliases: list(r.aliases).map(([, one]) => one),
        description: r.description,
        seat: only({ ...r.seat, sources: r.cited['/seat'] }),
        host_institution: r.hostInstitution,
        legal_basis: list(r.legalBases).map(([n, one]) => ({ text: one.text, sources: r.cited[`/legalBases/${n}`] })),
        website: r.website,
        status: lastStep(r.id),
        verified: r.verified,
        ...Object.fromEntries(
          LISTS.map(([field, type, always]) => {
            const records = all[type]!.filter((one) => one.mechanism === r.id);
            return [
              field,
              records.length || always
                ? records.map((one) => only({ ...rest(one), ...inverse[type]!(one) }))
                : undefined,
            ];
          }),
        ),
      }),
    ),
  };
}

const LISTS: readonly [string, string, boolean?][] = [
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

describe.each(ENGINES)('the reference data on %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  let connections: Connections;
  let first: ImportSummary;
  const said: string[] = [];

  beforeAll(async () => {
    place = await newPlace(engine);
    ({ store, connections } = await openStore(place.place));
    first = await run(DATA, said);
  });

  afterAll(async () => {
    expect(await verifyAll(connections, store)).toEqual([]);
    await store.close();
    await place.remove();
  });

  const run = (from: string, lines: string[] = []) =>
    new ImportReference(store).run(WRITER, from, { onProgress: (line) => lines.push(line) });
  const head = async () => (await store.db.get<{ n: number }>('SELECT CAST(count(*) AS integer) AS n FROM entry'))!.n;
  const acts = (after: number) =>
    store.db.all<{ act: string; key: string | null; batch: string; record_id: string; seq: number }>(
      'SELECT a.seq, a.act, a.batch, a.record_id, r.key FROM act a JOIN record r ON r.id = a.record_id WHERE a.seq > ? ORDER BY a.seq',
      [after],
    );
  /** The refusal of a copy of the files in which words were changed; they must stand there. */
  async function refusalOf(changes: readonly [file: string, from: string, to: string][]) {
    const bad = mkdtempSync(join(tmpdir(), 'zvit-bad-'));
    cpSync(DATA, bad, { recursive: true });
    for (const [name, from, to] of changes) {
      const text = readFileSync(join(bad, name), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(bad, name), text.replace(from, to));
    }
    const before = await head();
    const error: unknown = await run(bad).catch((thrown: unknown) => thrown);
    rmSync(bad, { recursive: true });
    if (!(error instanceof Refusal)) throw error instanceof Error ? error : new Error('nothing was refused');
    expect(await head()).toBe(before);
    const faults = error.more.faults as unknown as {
      file: string;
      line: number;
      field: string;
      code: string;
      detail: string;
    }[];
    return { faults, message: error.message, told: faults.map((one) => `${one.file}:${one.field} ${one.code}`) };
  }
  const fieldsOf = async (seq: number) => {
    const rows = await store.db.all<{ encoded: string }>('SELECT encoded FROM disclosure WHERE seq = ?', [seq]);
    const parts = rows.map(
      (row) => JSON.parse(Buffer.from(row.encoded, 'base64url').toString()) as [string, string, unknown],
    );
    return Object.fromEntries(parts.map(([, name, value]) => [name, value])) as Fields;
  };

  it('comes in one batch of one person, every record of every kind', async () => {
    const mechanisms = mechanismsIn(DATA);
    const counted: Record<string, number> = {
      mechanism: mechanisms.length,
      party: read(DATA, 'parties.yaml').parties.length,
      source: read(DATA, 'sources.yaml').sources.length,
      lifecycle: read(DATA, 'lifecycles.yaml').lifecycles.length,
      vocabulary: Object.keys(read(DATA, 'lifecycles.yaml').vocabularies).length,
    };
    for (const [field, type] of LISTS) counted[type] = mechanisms.flatMap((one) => one[field] ?? []).length;
    const rows = await store.db.all<{ type: string; n: number }>(
      `SELECT type, CAST(count(*) AS integer) AS n FROM record WHERE type <> 'batch' GROUP BY type`,
    );
    expect(Object.fromEntries(rows.map((row) => [row.type, row.n]))).toEqual(counted);
    const total = Object.values(counted).reduce((sum, n) => sum + n);
    expect(first).toMatchObject({
      added: total,
      corrected: 0,
      proposed: 0,
      unchanged: 0,
      leftAlone: [],
      notInFiles: [],
    });
    expect(first.entries).toEqual({ first: 1, last: total + 1 });
    const [batch, ...entries] = await acts(0);
    expect(batch).toMatchObject({ act: 'batch.import', record_id: first.batch, batch: null });
    expect(new Set(entries.map((one) => one.batch))).toEqual(new Set([first.batch]));
    expect(new Set(entries.map((one) => one.act.split('.')[1]))).toEqual(new Set(['add', 'import']));
    expect(await fieldsOf(1)).toMatchObject({ '/source': 'reference data', '/files/1/name': 'lifecycles.yaml' });
    expect(said.length).toBeGreaterThan(30);
  });

  it('says word for word what the files say, every field of every record', async () => {
    const back = await rebuilt(store);
    expect(back.parties).toEqual(read(DATA, 'parties.yaml').parties);
    expect(back.sources).toEqual(read(DATA, 'sources.yaml').sources);
    const { lifecycles, vocabularies } = read(DATA, 'lifecycles.yaml');
    expect(back.lifecycles).toEqual(lifecycles);
    expect(back.vocabularies).toEqual(vocabularies);
    expect(back.mechanisms).toHaveLength(24);
    for (const file of mechanismsIn(DATA)) expect(back.mechanisms.find((one) => one.id === file.id)).toEqual(file);
  });

  it('has steps that count as approved, and say that they were imported', async () => {
    const steps = await stored(store, 'transition');
    expect(steps.every((step) => step.imported === true && step.class === undefined)).toBe(true);
    expect(await store.db.all('SELECT id FROM proposal')).toEqual([]);
  });

  it('leaves nothing when it is imported again', async () => {
    const before = await head();
    const again = await run(DATA);
    expect(again).toMatchObject({ batch: null, entries: null, added: 0, unchanged: first.added, leftAlone: [] });
    expect(await head()).toBe(before);
  });

  it('is refused to who is no editor', async () => {
    await expect(new ImportReference(store).run(APPROVER, DATA, {})).rejects.toMatchObject({ code: 'missing-role' });
  });

  it('is refused with all its faults at once, by file, line and field, and nothing of it is stored', async () => {
    const icpa = 'mechanisms/icpa.yaml';
    const { faults, message, told } = await refusalOf([
      [icpa, 'host_institution:', 'host_institutoin:'],
      [icpa, 'icpa-2023-02-02-announce, date: "2023-02-02"', 'icpa-2023-02-02-announce, date: "2023-02-30"'],
      [icpa, 'sources: [eureporter-2023-03-07]', 'sources: [no-such-source]'],
      [icpa, 'verified: true, notes: "Contribution of', 'verified: "yes", notes: "Contribution of'],
      ['parties.yaml', '{id: "AL", type: state', '{id: "AL", type: kingdom'],
      ['parties.yaml', '{id: "AR", type: state', '{id: "AL", type: state'],
      ['sources.yaml', 'publisher: "Government of the Netherlands (Ministry of Foreign Affairs)", ', ''],
      ['mechanisms/claims-commission.yaml', 'from: proposed, to: in-preparation', 'from: null, to: in-preparation'],
      ['mechanisms/un-coi-ukraine.yaml', 'kind: commission\n', 'kind: commission\nkind: court\n'],
      ['mechanisms/ciced.yaml', '\nstatus: ', '\nstatus: not-'],
      ['mechanisms/icc-forensic-missions.yaml', 'number: 2', 'number: 7'],
      ['lifecycles.yaml', '{from: proposed, to: abandoned', '{from: proposed, to: abandonned'],
    ]);
    const expected = [
      `${icpa}:host_institution missing`,
      `${icpa}:host_institutoin unknown-field`,
      `${icpa}:events[1].date not-a-date`,
      `${icpa}:legal_basis[0].sources[0] unknown-reference`,
      `${icpa}:participants[7].verified wrong-type`,
      'parties.yaml:parties[1].type not-in-vocabulary',
      'parties.yaml:parties[2].id duplicate',
      'sources.yaml:sources[0].publisher missing',
      'mechanisms/claims-commission.yaml:transitions[1].from contradiction',
      'mechanisms/un-coi-ukraine.yaml: wrong-type',
      'mechanisms/ciced.yaml:status contradiction',
      'mechanisms/icc-forensic-missions.yaml:missions[1].number contradiction',
      'lifecycles.yaml:lifecycles[0].transitions[2].to unknown-reference',
    ];
    expect(told).toEqual(expect.arrayContaining(expected));
    const lines = readFileSync(`${DATA}/${icpa}`, 'utf8').split('\n');
    const announced = lines.findIndex((line) => line.includes('id: icpa-2023-02-02-announce')) + 1;
    expect(faults.find((one) => one.field === 'events[1].date')!.line).toBe(announced);
    expect(message).toMatch(/^\d+ faults in 8 files; nothing was stored\./);
  });

  it('is refused where a file can’t be read, without blaming others for what it would have held', async () => {
    const { told, faults } = await refusalOf([['sources.yaml', 'sources:', 'sources: [']]);
    expect(told.every((one) => one.startsWith('sources.yaml:'))).toBe(true);
    expect(faults[0]!.line).toBeGreaterThan(1);
  });

  it('is refused where a step is unlawful or unfulfilled, in words', async () => {
    const icpa = 'mechanisms/icpa.yaml';
    const text = readFileSync(`${DATA}/${icpa}`, 'utf8');
    const fulfilment = /, fulfilment: \{text: "[^"]*", sources: \[[^\]]*\]\}/.exec(text)![0];
    const { faults } = await refusalOf([
      [icpa, fulfilment, ''],
      ['mechanisms/ciced.yaml', 'lifecycle: ', 'lifecycle: no-'],
    ]);
    expect(faults.find((one) => one.file === icpa)).toMatchObject({
      code: 'contradiction',
      field: expect.stringMatching(/^transitions\[\d\]\.to$/),
    });
    expect(faults.find((one) => one.file === icpa)!.detail).toMatch(/[A-Z].*\./);
    expect(faults.find((one) => one.field === 'lifecycle')).toMatchObject({ code: 'unknown-reference' });
  });

  it('is refused for the very last record, and leaves nothing of those before', async () => {
    const last = mechanismsIn(DATA).at(-1)!;
    const place = await newPlace(engine);
    const opened = await openStore(place.place);
    const bad = mkdtempSync(join(tmpdir(), 'zvit-bad-'));
    cpSync(DATA, bad, { recursive: true });
    const name = join(bad, `mechanisms/${last.id as string}.yaml`);
    writeFileSync(
      name,
      `${readFileSync(name, 'utf8').replace(/\nnotes:[^]*$/, '')}\nnotes:\n  - {text: "", sources: []}\n`,
    );
    await expect(new ImportReference(opened.store).run(WRITER, bad, {})).rejects.toMatchObject({
      code: 'invalid-input',
    });
    for (const table of ['entry', 'disclosure', 'record', 'act', 'citation', 'batch'])
      expect([table, await opened.store.db.all(`SELECT * FROM ${table}`)]).toEqual([table, []]);
    rmSync(bad, { recursive: true });
    await opened.store.close();
    await place.remove();
  });
});
