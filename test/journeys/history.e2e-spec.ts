import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sightOf } from '@zvit/domain';
import { addRecord, type Db, Surrounded } from '@zvit/store';
import { createHash } from 'node:crypto';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { all, type Item } from '../support/pages.js';
import { ENGINES } from '../support/place.js';
import { openWorld, type World } from '../support/world.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe.each(ENGINES)('an auditor takes the history away on %s', (engine) => {
  let world: World;
  const paged = (query = '') => all(world, 'auditor', `/v1/history${query}`);
  let cookie: string;
  let address: { port: number };
  const taken = async (accept: string, query = '') => {
    const url = `http://127.0.0.1:${address.port}/v1/history${query}`;
    const answer = await fetch(url, { headers: { Cookie: cookie, Accept: accept } });
    return { headers: answer.headers, text: await answer.text() };
  };
  const lastExport = async () => {
    const [item] = await paged('?type=export');
    const { body } = await world.as('auditor').get(`/v1/history/${item!.seq}`);
    return Object.fromEntries(body.fields.map((field: Item) => [field.name, field.value]));
  };

  beforeAll(async () => {
    world = await openWorld(engine, { reference: true });
    await world.app.listen(0, '127.0.0.1');
    address = world.app.getHttpServer().address() as { port: number };
    cookie = await world.logIn('auditor');
  });
  afterAll(async () => world.close());

  it('as lines of JSON: the same acts as page by page, oldest first, with their content and an end', async () => {
    const pages = await paged();
    const answer = await taken('application/x-ndjson');
    expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { text } = answer;
    const lines = text.trimEnd().split('\n');
    const end = JSON.parse(lines.pop()!);
    const items = lines.map((line) => JSON.parse(line));
    expect(items.map(({ fields: _, ...item }) => item)).toEqual([...pages].reverse());
    expect(pages.map((item) => item.seq)).toEqual(pages.map((_, index) => pages.length - index));
    expect(end).toEqual({ end: true, rows: pages.length, sha256: sha256(lines.map((line) => `${line}\n`).join('')) });
    expect(answer.headers.get('zvit-rows')).toBe(String(pages.length));
    const entry = await world.as('auditor').get(`/v1/history/${pages[0]!.seq}`);
    const fields = Object.fromEntries(entry.body.fields.map((field: Item) => [field.name, field.value]));
    expect(items.at(-1).fields).toEqual(fields);
    expect(items.some((item) => item.fields['/verified'] === false)).toBe(true);
    expect(await lastExport()).toMatchObject({
      '/format': 'ndjson',
      '/rows': pages.length,
      '/sha256': end.sha256,
      '/complete': true,
    });
  });

  it('as CSV: the same rows, as many as the head of the answer says', async () => {
    const pages = await paged('?type=transition&mechanism=icpa');
    const answer = await taken('text/csv', '?type=transition&mechanism=icpa');
    const rows = answer.text.trimEnd().split('\r\n');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(rows[0]).toMatch(/^seq,recordedAt,actorId/);
    expect(rows.slice(1).map((row) => Number(row.split(',')[0]))).toEqual(pages.map((item) => item.seq).reverse());
    expect(answer.headers.get('zvit-rows')).toBe(String(pages.length));
    expect(await lastExport()).toMatchObject({
      '/format': 'csv',
      '/filter/mechanism': 'icpa',
      '/sha256': sha256(answer.text),
    });
  });

  it('as it stood: a position of the ledger gives the same bytes for ever', async () => {
    const first = (await taken('application/x-ndjson', '?knownAt=50')).text;
    const second = (await taken('application/x-ndjson', '?knownAt=50')).text;
    expect(second).toBe(first);
    expect(first.trimEnd().split('\n')).toHaveLength(51);
  });

  it('fails so that everybody sees it when the database breaks halfway', async () => {
    const connections = world.connections as { reader: Db };
    const { reader } = connections;
    let batches = 0;
    const breaking: Db = {
      dialect: reader.dialect,
      get: (sql, params) => reader.get(sql, params),
      all: (sql, params) => {
        if (sql.includes('FROM disclosure') && (batches += 1) > 2) throw new Error('the disk is gone');
        return reader.all(sql, params);
      },
    };
    for (const accept of ['text/csv', 'application/x-ndjson']) {
      batches = 0;
      connections.reader = breaking;
      try {
        await expect(taken(accept)).rejects.toThrow(/terminated/);
      } finally {
        connections.reader = reader;
      }
      expect(batches).toBeGreaterThan(2);
      expect(await lastExport()).toMatchObject({ '/complete': false });
    }
  });

  it('says so when the reader went away', async () => {
    const before = (await paged('?type=export')).length;
    const headers = { Cookie: cookie, Accept: 'application/x-ndjson' };
    const answer = await new Promise<IncomingMessage>((resolve) =>
      httpGet({ host: '127.0.0.1', port: address.port, path: '/v1/history', headers }, resolve),
    );
    answer.once('data', () => answer.destroy());
    while ((await paged('?type=export')).length === before) await wait(20);
    expect(await lastExport()).toMatchObject({ '/complete': false });
  });

  it('with what is confidential, which is nowhere for a diplomat, and everywhere for an auditor', async () => {
    const editor = world.people.get('editor')!;
    const id = async (type: string, key: string) =>
      (await world.store.db.get<{ id: string }>('SELECT id FROM record WHERE type = ? AND key = ?', [type, key]))!.id;
    const [mechanism, source] = [await id('mechanism', 'icpa'), await id('source', 'nl-note-2023-l638')];
    const paths = [
      '/v1/mechanisms',
      '/v1/mechanisms/icpa',
      '/v1/mechanisms/icpa/timeline',
      '/v1/mechanisms/icpa/timeline?text=secret',
      '/v1/mechanisms/icpa/history',
      '/v1/mechanisms/icpa/forecasts',
      '/v1/timeline?pageSize=200&happenedFrom=2026-11',
      '/v1/sources/nl-note-2023-l638/citations?pageSize=200',
      '/v1/sources?pageSize=200',
      '/v1/sources?pageSize=200&cited=true',
      '/v1/history',
    ];
    const read = async (who: string, knownAt = '') =>
      Promise.all(
        paths.map(async (path) => {
          const moment = knownAt && `${path.includes('?') ? '&' : '?'}knownAt=${knownAt}`;
          const answer = await world.as(who).get(path + moment);
          return { body: answer.body as Item, etag: answer.headers.etag, status: answer.status };
        }),
      );
    const before = await read('diplomat');
    const secret = await world.store.act(editor, (tx) =>
      addRecord(tx, new Surrounded(tx, sightOf(editor.roles)), 'event', {
        mechanism,
        class: 'confidential',
        key: 'a-secret',
        date: '2026-11-20',
        kind: 'meeting',
        title: 'A secret meeting',
        description: 'Behind closed doors.',
        place: null,
        verified: false,
        citations: { 1: { source } },
      }),
    );
    expect(await read('diplomat')).toEqual(before);
    for (const path of [`/v1/history/${secret.seq}`, `/v1/records/${secret.id}/history`])
      expect((await world.as('diplomat').get(path)).status).toBe(404);
    const seen = await read('auditor');
    const holding = paths.filter((_, place) => JSON.stringify(seen[place]!.body).includes(secret.id));
    expect(holding).toEqual([
      '/v1/mechanisms/icpa/timeline',
      '/v1/mechanisms/icpa/timeline?text=secret',
      '/v1/mechanisms/icpa/history',
      '/v1/timeline?pageSize=200&happenedFrom=2026-11',
      '/v1/sources/nl-note-2023-l638/citations?pageSize=200',
      '/v1/history',
    ]);
    expect((await world.as('auditor').get(`/v1/history/${secret.seq}`)).body.envelope).toContain(secret.id);
    const journal = await world.store.db.all<{ bytes: string }>('SELECT bytes FROM access_journal');
    expect(journal.some((row) => row.bytes.includes(secret.id))).toBe(true);
  });
});
