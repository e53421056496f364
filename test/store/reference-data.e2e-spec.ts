import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Refusal } from '@zvit/domain';
import { ImportReference, type ImportSummary } from '@zvit/register';
import { type Connections, type Store } from '@zvit/store';
import { WRITER } from '../support/minimal.js';
import { ENGINES, newPlace, openStore, type TestPlace } from '../support/place.js';
import { verifyAll } from '../support/verify.js';
import { DATA, LISTS, mechanismsIn, read, rebuilt, stored } from './rebuilt-files.js';

const APPROVER: Actor = { person: '2'.repeat(26), account: '3'.repeat(26), roles: ['approver'] };

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
    return Object.fromEntries(parts.map(([, name, value]) => [name, value]));
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
