import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS, verifyCredentials, verifyJournal, verifySessions } from '@zvit/access';
import { type AccessApp, cookieOf, openAccessApp, somebody, WORD } from '../support/access-app.js';
import { ENGINES } from '../support/place.js';

const hours = (count: number) => count * 3_600_000;

describe.each(ENGINES)('on %s', (engine) => {
  let app: AccessApp;
  beforeAll(async () => {
    app = await openAccessApp(engine, [
      somebody('admin', 'admin'),
      somebody('editor', 'editor'),
      somebody('approver', 'approver'),
      somebody('diplomat', 'diplomat', 'auditor'),
      somebody('auditor', 'auditor'),
    ]);
  });
  afterAll(() => app.close());

  const show = (cookie: string) => app.api().get('/v1/session').set('Cookie', cookie);
  const showBy = (secret: string) => app.api().get('/v1/session').set('Authorization', `Bearer ${secret}`);

  describe('a session', () => {
    it('says who, and is a cookie of which only the hash is kept', async () => {
      const answer = await app.logIn(' Auditor').expect(201);
      const { account, person } = app.people.get('auditor')!;
      expect(answer.body).toMatchObject({
        account: { id: account, username: 'auditor' },
        person: { id: person, name: 'auditor of test' },
        roles: ['auditor'],
        sight: ['public', 'internal', 'confidential', 'people'],
      });
      expect(answer.body.actions).toContain('journal.read');
      expect(answer.body.actions).not.toContain('account.write');
      const setting = /^zvit=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/;
      expect(String(answer.headers['set-cookie'])).toMatch(setting);
      const kept = JSON.stringify(await app.connections.reader.all('SELECT * FROM session'));
      expect(kept).not.toContain(cookieOf(answer).slice('zvit='.length));
      expect((await show(cookieOf(answer)).expect(200)).body).toEqual(answer.body);
    });

    it('ends by log-out, by revocation, and by another log-in in its place', async () => {
      const [a, b, c] = [await app.cookie('editor'), await app.cookie('editor'), await app.cookie('editor')];
      const { body } = await app.api().get('/v1/sessions').set('Cookie', c).expect(200);
      const own = (body.items as { id: string; current: boolean }[]).find((one) => one.current)!;
      const out = await app.api().delete('/v1/session').set('Cookie', a).expect(204);
      expect(String(out.headers['set-cookie'])).toMatch(/^zvit=; Max-Age=0;/);
      await show(a).expect(401);
      await app.by('diplomat', app.api().delete(`/v1/sessions/${own.id}`).expect(404));
      await app.api().delete(`/v1/sessions/${own.id}`).set('Cookie', b).expect(204);
      await show(c).expect(401);
      const d = cookieOf(await app.logIn('editor').set('Cookie', b).expect(201));
      await show(b).expect(401);
      await show(d).expect(200);
    });

    it('alone is left by a new password, which takes the old one', async () => {
      const [mine, other] = [await app.cookie('editor'), await app.cookie('editor')];
      const word = 'yet another password';
      const change = (current: string, password: string) =>
        app.api().put('/v1/session/password').set('Cookie', mine).send({ current, password });
      await change('not the old password', word).expect(401);
      await change(WORD, 'short').expect(400);
      await change(WORD, word).expect(204);
      await show(mine).expect(200);
      await show(other).expect(401);
      await app.logIn('editor').expect(401);
      await app.logIn('editor', word).expect(201);
      await change(word, WORD).expect(204);
    });

    it('ends after twelve hours, and after two in which nobody used it', async () => {
      const used = await app.cookie('editor');
      for (let n = 0; n < 11; n += 1) {
        app.time += hours(1);
        await show(used).expect(200);
      }
      app.time += hours(1);
      await show(used).expect(401);
      const idle = await app.cookie('editor');
      app.time += hours(2) - 1;
      await show(idle).expect(200);
      app.time += hours(2);
      await show(idle).expect(401);
    });

    it('is not used by pages of other sites; programs say nothing of sites', async () => {
      const session = await app.cookie('editor');
      const out = (headers: Record<string, string>) =>
        app.api().delete('/v1/session').set('Cookie', session).set(headers);
      const foreign: Record<string, string>[] = [
        { Origin: 'https://evil.example' },
        { Origin: 'null' },
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site' },
      ];
      for (const headers of foreign) expect((await out(headers).expect(403)).body.code).toBe('foreign-origin');
      const login = app.logIn('editor').set('Origin', 'https://evil.example');
      expect((await login.expect(403)).body.code).toBe('foreign-origin');
      await show(session).set('Origin', 'https://evil.example').expect(200);
      await out({ Origin: 'http://127.0.0.1:3000', 'Sec-Fetch-Site': 'same-origin' }).expect(204);
    });

    it('opens for who fails not; who fails often is held off, whether the name is known or not', async () => {
      app.time += hours(1);
      const guess = (username: string) => app.logIn(username, 'a wrong password');
      const guesses = (username: string) =>
        Promise.all(Array.from({ length: LIMITS.account + 5 }, () => guess(username)));
      const [known, unknown] = [await guesses('approver'), await guesses('nobody-here')];
      const told = (answers: typeof known) =>
        answers.map(({ status, body }) => [status, body.code, body.detail].join()).sort();
      expect(told(known)).toEqual(told(unknown));
      const held = known.filter((one) => one.status === 429);
      expect(held).toHaveLength(5);
      expect(held[0]!.headers['retry-after']).toBe(String(LIMITS.seconds));
      await app.logIn('approver').expect(429);
      const right = await Promise.all(Array.from({ length: LIMITS.address + 10 }, () => app.logIn('editor')));
      expect(new Set(right.map((one) => one.status))).toEqual(new Set([201]));
      app.time += LIMITS.seconds * 1_000;
      await app.logIn('approver').expect(201);
    });
  });

  describe('a token', () => {
    const end = (span: number) => new Date(app.time + span).toISOString();
    const wish = (more = {}) => ({ label: 'robot', scopes: ['editor'], expiresAt: end(hours(5)), ...more });
    const issue = (more = {}, username = 'editor') => app.by(username, app.api().post('/v1/tokens').send(wish(more)));

    it('acts for its person with some of their roles, by its header alone', async () => {
      const faulty = await issue({ scopes: ['editor', 'admin'], expiresAt: end(hours(24 * 367)) });
      const pointers = (faulty.body.errors as { pointer: string }[]).map((one) => one.pointer);
      expect([faulty.status, pointers]).toEqual([400, ['/scopes/1', '/expiresAt']]);
      const { body } = await issue();
      expect(body.secret).toMatch(/^zvit_[\w-]{43}$/);
      const { person } = app.people.get('editor')!;
      expect((await showBy(body.secret).expect(200)).body.person.id).toBe(person);
      await app.api().get(`/v1/session?token=${body.secret}&access_token=${body.secret}`).expect(401);
      await show(`zvit=${body.secret}`).expect(401);
      // A token that doesn't hold is not made good by a cookie.
      await showBy('zvit_x')
        .set('Cookie', await app.cookie('editor'))
        .expect(401);
      const list = await app.by('editor', app.api().get('/v1/tokens').expect(200));
      expect(list.body.items).toContainEqual(expect.objectContaining({ id: body.id, label: 'robot', state: 'active' }));
      expect(JSON.stringify(list.body)).not.toContain(body.secret);
      const successor = app.api().post('/v1/tokens').set('Authorization', `Bearer ${body.secret}`).send(wish());
      await successor.expect(403);
    });

    it('ends when it is revoked, by its owner alone, and when its time is over', async () => {
      const [first, second] = [(await issue()).body, (await issue()).body];
      await app.by('diplomat', app.api().delete(`/v1/tokens/${first.id}`).expect(404));
      await app.by('editor', app.api().delete(`/v1/tokens/${first.id}`).expect(204));
      await showBy(first.secret).expect(401);
      await showBy(second.secret).expect(200);
      app.time += hours(5);
      await showBy(second.secret).expect(401);
    });

    it('loses the roles that its account loses', async () => {
      const { body } = await issue({ scopes: ['auditor'] }, 'diplomat');
      const accounts = () => app.api().get('/v1/accounts').set('Authorization', `Bearer ${body.secret}`);
      await accounts().expect(200);
      const path = `/v1/accounts/${app.people.get('diplomat')!.account}/roles`;
      const change = app
        .api()
        .put(path)
        .set('If-Match', '"1"')
        .send({ roles: ['diplomat'] });
      await app.by('admin', change.expect(200));
      await accounts().expect(403);
    });

    it('is issued once by a key, and shown once', async () => {
      const asked = wish();
      const send = () => app.api().post('/v1/tokens').set('Idempotency-Key', 'robot-1').send(asked);
      const [first, second] = [await app.by('editor', send().expect(201)), await app.by('editor', send().expect(201))];
      expect([second.body.id, second.body.secret]).toEqual([first.body.id, null]);
    });
  });

  describe('the access journal', () => {
    interface Stored {
      readonly seq: number;
      readonly bytes: string;
      readonly hash: string;
    }
    const rows = () => app.connections.reader.all<Stored>('SELECT * FROM access_journal ORDER BY seq');

    it('is read by auditors and administrators, the newest first', async () => {
      await app.by('editor', app.api().get('/v1/access-journal').expect(403));
      const { body } = await app.by('auditor', app.api().get('/v1/access-journal?pageSize=2').expect(200));
      expect(body.items[0]).toMatchObject({ kind: 'log-in', account: app.people.get('auditor')!.account });
      expect(body.items[1]).toMatchObject({
        kind: 'refused',
        code: 'missing-role',
        subject: ['GET /v1/access-journal'],
      });
      const next = await app.by(
        'admin',
        app.api().get(`/v1/access-journal?pageSize=2&cursor=${body.next}`).expect(200),
      );
      expect(next.body.items[0].seq).toBe(body.items[1].seq - 1);
      const kinds = (await rows()).map((row) => (JSON.parse(row.bytes) as { kind: string }).kind);
      expect(new Set(kinds)).toEqual(new Set(['log-in', 'log-in-failed', 'log-out', 'refused']));
    });

    it('is a chain in which a row altered, removed or slipped in is named', async () => {
      const good = await rows();
      const check = (altered: readonly Stored[]) =>
        verifyJournal({
          all: <T>(_sql: string, params: readonly unknown[] = []) =>
            Promise.resolve(altered.filter((row) => row.seq > Number(params[0])).slice(0, Number(params[1])) as T[]),
        });
      expect(await verifyJournal(app.connections.reader)).toEqual([]);
      expect(await check(good)).toEqual([]);
      const at = Math.floor(good.length / 2);
      const row = good[at]!;
      const named = [{ code: 'journal-broken', item: `access_journal ${row.seq}` }];
      const bytes = row.bytes.replace('"at":"2026', '"at":"2027');
      expect(await check(good.with(at, { ...row, bytes }))).toMatchObject(named);
      expect(await check(good.with(at, { ...row, hash: good[at - 1]!.hash }))).toMatchObject(named);
      expect(await check(good.toSpliced(at, 0, row))).toMatchObject([{ item: `access_journal ${row.seq}` }]);
      expect(await check(good.toSpliced(at, 1))).toMatchObject([{ item: `access_journal ${row.seq + 1}` }]);
    });

    it('is not changed by the database either', async () => {
      for (const sql of [
        "UPDATE access_journal SET hash = '' WHERE seq = 1",
        'DELETE FROM access_journal WHERE seq = 1',
      ])
        await expect(app.store.write({ person: '' }, (tx) => tx.run(sql))).rejects.toThrow(/append-only/);
    });

    it('holds sessions to account, as the ledger does passwords', async () => {
      const { reader } = app.connections;
      expect([...(await verifyCredentials(reader)), ...(await verifySessions(reader))]).toEqual([]);
      const alter = (sql: string, params: string[] = []) =>
        app.store.write({ person: '' }, (tx) => tx.run(sql, params));
      const [robbed, thief] = [app.people.get('approver')!.account, app.people.get('diplomat')!.account];
      const own =
        'UPDATE credential SET encoded = (SELECT encoded FROM credential WHERE account_id = ?) WHERE account_id = ?';
      await alter(own, [thief, robbed]);
      expect(await verifyCredentials(reader)).toMatchObject([{ item: `credential ${robbed}` }]);
      // The thief's password, put in place of another's, opens nothing.
      await app.logIn('approver').expect(401);
      await app.cookie('editor');
      await alter("UPDATE session SET expires_at = '2099-01-01T00:00:00.000Z' WHERE revoked_at IS NULL");
      expect((await verifySessions(reader))[0]).toMatchObject({ code: 'session-altered' });
    });
  });

  it('no secret stands in the ledger, the journal or the log', async () => {
    const { reader } = app.connections;
    const texts = [app.lines.join('\n')];
    for (const table of ['entry', 'act', 'access_journal', 'account', 'token', 'session', 'proposal'])
      texts.push(JSON.stringify(await reader.all(`SELECT * FROM ${table}`)));
    const disclosed = await reader.all<{ encoded: string }>('SELECT encoded FROM disclosure');
    expect(disclosed.length).toBeGreaterThan(20);
    texts.push(...disclosed.map((row) => Buffer.from(row.encoded, 'base64url').toString('utf8')));
    const all = texts.join('\n');
    expect(all).toContain('auditor of test');
    expect(all).not.toContain(WORD);
    expect(all).not.toContain('argon2');
    expect(all).not.toMatch(/zvit_[\w-]{43}/);
    expect(app.lines.length).toBeGreaterThan(50);
    expect(app.lines.join('\n')).not.toMatch(/auditor|zvit=/);
  });
});
