import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, sightOf, type Verb } from '@zvit/domain';
import { ImportReference, type ImportSummary } from '@zvit/register';
import { type Connections, contentOf, retractRecord, reviseRecord, type Store, Surrounded } from '@zvit/store';
import { WRITER } from '../support/minimal.js';
import { ENGINES, newPlace, openStore, type TestPlace } from '../support/place.js';
import { verifyAll } from '../support/verify.js';

const APPROVER: Actor = { person: '2'.repeat(26), account: '3'.repeat(26), roles: ['approver'] };
const ICPA = 'mechanisms/icpa.yaml';
const CICED = 'mechanisms/ciced.yaml';

// The tests are steps of one story: the files grow in a copy, and each import finds what the one before left.
describe.each(ENGINES)('later imports on %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  let connections: Connections;
  let folder: string;

  beforeAll(async () => {
    place = await newPlace(engine);
    ({ store, connections } = await openStore(place.place));
    folder = mkdtempSync(join(tmpdir(), 'zvit-data-'));
    cpSync('data/reference', folder, { recursive: true });
    await run();
  });

  afterAll(async () => {
    expect(await verifyAll(connections, store)).toEqual([]);
    await store.close();
    await place.remove();
    rmSync(folder, { recursive: true });
  });

  const run = (): Promise<ImportSummary> => new ImportReference(store).run(WRITER, folder, {});
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  function edit(name: string, from: string | RegExp, to: string): void {
    expect(text(name)).toMatch(from);
    writeFileSync(join(folder, name), text(name).replace(from, to));
  }
  /** Runs an import and gives its entries beside its summary, the batch's own left out. */
  async function entriesOf(work: () => Promise<ImportSummary>) {
    const before = (await store.db.get<{ n: number }>('SELECT max(seq) AS n FROM act'))!.n;
    const summary = await work();
    const rows = await store.db.all<{ seq: number; act: string; key: string; id: string; batch: string | null }>(
      'SELECT a.seq, a.act, a.batch, r.key, r.id FROM act a JOIN record r ON r.id = a.record_id WHERE a.seq > ? ORDER BY a.seq',
      [before],
    );
    expect(rows.slice(1).every((row) => row.batch === summary.batch)).toBe(true);
    return { summary, acts: rows.slice(1).map((row) => `${row.act} ${row.key}`), rows: rows.slice(1) };
  }
  async function fieldNames(seq: number): Promise<string[]> {
    const rows = await store.db.all<{ encoded: string }>('SELECT encoded FROM disclosure WHERE seq = ?', [seq]);
    return rows
      .map((row) => (JSON.parse(Buffer.from(row.encoded, 'base64url').toString()) as [string, string])[1])
      .sort();
  }
  const idOf = async (type: string, key: string) =>
    (await store.db.get<{ id: string }>('SELECT id FROM record WHERE type = ? AND key = ?', [type, key]))!.id;
  const around = (tx: ConstructorParameters<typeof Surrounded>[0]) => new Surrounded(tx, sightOf(WRITER.roles));
  const decide = (id: string, verb: Verb) =>
    store.act(APPROVER, (tx) =>
      tx.append({
        act: `transition.${verb}`,
        record: { type: 'transition', id },
        fields: new Map([['reason', 'read']]),
      }),
    );

  it('correct what differs, field by field, and nothing else', async () => {
    edit(ICPA, 'title: "Announced in Kyiv"', 'title: "Announced in Kyiv by the Commission"');
    edit(ICPA, 'note: "wording of the note"', 'note: "wording of the policy note"');
    edit(
      ICPA,
      'sources: [eu4ukraine-2023-07-03-icpa, nl-note-2023-l638]}\nhost',
      'sources: [nl-note-2023-l638, eureporter-2023-03-07]}\nhost',
    );
    const { summary, rows, acts } = await entriesOf(run);
    expect(acts).toEqual(['mechanism.correct icpa', 'event.correct icpa-2023-02-02-announce']);
    expect(summary).toMatchObject({ added: 0, corrected: 2, proposed: 0, unchanged: 1656, leftAlone: [] });
    expect(await fieldNames(rows[0]!.seq)).toEqual([
      '/aliases/2/note',
      '/seat/citations/1/source',
      '/seat/citations/3/source',
      'reason',
    ]);
    expect(await fieldNames(rows[1]!.seq)).toEqual(['/title', 'reason']);
    expect((await run()).batch).toBeNull();
  });

  it('add what is new among what stands, without touching its neighbours', async () => {
    const event = /\n {2}- \{id: icpa-2023-02-02-announce.*/.exec(text(ICPA))![0];
    const between = event.replace('icpa-2023-02-02-announce', 'icpa-between').replace(/notes: .*\}/, '}');
    edit(ICPA, event, `${between}${event}`);
    const { acts } = await entriesOf(run);
    expect(acts).toEqual(['event.add icpa-between']);
    const order = async (key: string) => (await contentOf(store.db, 'event', await idOf('event', key))).order as number;
    expect(await order('icpa-between')).toBeGreaterThan(await order('icpa-2023-note'));
    expect(await order('icpa-between')).toBeLessThan(await order('icpa-2023-02-02-announce'));
    expect((await run()).batch).toBeNull();
  });

  it('tell what the files no longer have, and leave it', async () => {
    edit(ICPA, /\n {2}- \{id: icpa-between.*/, '');
    const { summary, acts } = await entriesOf(run);
    expect(acts).toEqual([]);
    expect(summary.notInFiles).toEqual([{ type: 'event', key: 'icpa-between', why: 'not-in-files' }]);
  });

  it('never undo by unchanged files what a person changed since, nor raise what was retracted', async () => {
    const event = await idOf('event', /events:\n {2}- \{id: ([^,]*)/.exec(text(CICED))![1]!);
    await store.act(WRITER, (tx) =>
      reviseRecord(tx, around(tx), 'event', event, 'correct', (was) => ({ ...was, title: 'By hand' }), {
        reason: 'read again',
      }),
    );
    const figure = await idOf('figure', /figures:\n {2}- \{id: ([^,]*)/.exec(text(ICPA))![1]!);
    await store.act(WRITER, (tx) => retractRecord(tx, 'figure', figure, { reason: 'never so' }));
    const { summary, acts } = await entriesOf(run);
    expect(acts).toEqual([]);
    expect(summary.leftAlone.map((one) => `${one.type} ${one.why}`)).toEqual([
      'event changed-here',
      'figure retracted',
    ]);
    expect(await contentOf(store.db, 'event', event)).toMatchObject({ title: 'By hand' });
  });

  it('propose steps of status and corrections of them, and never twice', async () => {
    const step = (from: string, to: string, date: string) =>
      `  - {from: ${from}, to: ${to}, date: "${date}", reason: "Decided.", sources: [nl-note-2023-l638], verified: true}\n`;
    const steps = step('operational', 'dormant', '2026-10-01') + step('dormant', 'dissolved', '2026-11-01');
    edit(ICPA, '\nrelations:', `\n${steps}relations:`);
    edit(ICPA, '\nstatus: operational', '\nstatus: dissolved');
    edit(ICPA, 'reason: "Announced by the Commission President."', 'reason: "Announced by the President."');
    const { acts, summary, rows } = await entriesOf(run);
    expect(acts).toEqual(['transition.propose-correct icpa/proposed', 'transition.propose-add icpa/dormant']);
    expect(summary).toMatchObject({ added: 0, corrected: 0, proposed: 2 });
    expect(summary.leftAlone).toContainEqual({
      type: 'transition',
      key: 'icpa/dissolved',
      why: 'awaits-earlier-step',
    });
    expect(await fieldNames(rows[0]!.seq)).toEqual(['/proposals/2/reason', 'reason', 'restsOn']);
    expect((await run()).batch).toBeNull();
  });

  it('propose the next step when the one before is approved, and anew what went stale by that', async () => {
    await decide(await idOf('transition', 'icpa/dormant'), 'approve');
    const { acts, rows } = await entriesOf(run);
    expect(acts).toEqual(['transition.propose-correct icpa/proposed', 'transition.propose-add icpa/dissolved']);
    const { id } = rows[0]!;
    await decide(id, 'approve');
    expect(await contentOf(store.db, 'transition', id)).toMatchObject({
      imported: true,
      key: 'icpa/proposed',
      reason: 'Announced by the President.',
    });
    // The approval moved the chain: what waited beside it is proposed once more, as a new record.
    expect((await entriesOf(run)).acts).toEqual(['transition.propose-add icpa/dissolved#2']);
    expect((await run()).batch).toBeNull();
  });

  it('accept that a colleague said no', async () => {
    await decide(await idOf('transition', 'icpa/dissolved#2'), 'reject');
    const { batch, leftAlone } = await run();
    expect(batch).toBeNull();
    expect(leftAlone).toContainEqual({ type: 'transition', key: 'icpa/dissolved#2', why: 'not-accepted' });
  });

  it('propose what they say of a condition on which a step rests', async () => {
    const file = 'mechanisms/claims-commission.yaml';
    edit(file, /met_on: null, status: open(.*funds|)/, 'met_on: "2026-11-02", status: met$1');
    const { acts } = await entriesOf(run);
    expect(acts).toEqual(['condition.propose-correct icu-entry-into-force-ratifications']);
    const standing = await contentOf(
      store.db,
      'condition',
      await idOf('condition', 'icu-entry-into-force-ratifications'),
    );
    expect(standing).toMatchObject({ status: 'open', metOn: null });
    expect((await run()).batch).toBeNull();
  });
});
