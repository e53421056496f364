import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAccounts, makeInvitation, verifySessions } from '@zvit/access';
import { type Role } from '@zvit/domain';
import { type AccessApp, openAccessApp, somebody, WORD } from '../support/access-app.js';
import { ENGINES } from '../support/place.js';

interface Account {
  readonly id: string;
  readonly version: number;
  readonly username: string;
  readonly roles: Role[];
  readonly proposal: { readonly roles: Role[]; readonly contentHash: string } | null;
}

/** Somebody whom an administrator adds: named after their user name, without a password. */
const newcomer = (username: string, ...roles: Role[]) => ({ username, name: `${username} of test`, roles });

const pointers = (answer: { body: { errors: { pointer: string }[] } }) => answer.body.errors.map((one) => one.pointer);

interface Invited {
  readonly invitation: { readonly token: string };
}

describe.each(ENGINES)('the first administrator on %s', (engine) => {
  let app: AccessApp;
  beforeAll(async () => {
    app = await openAccessApp(engine, []);
  });
  afterAll(() => app.close());

  const wish = { username: 'Root', name: 'Ro Ot', password: WORD };
  const come = (token: string, more = {}) =>
    app
      .api()
      .post('/v1/first-administrator')
      .send({ token, ...wish, ...more });

  it('comes by a link that holds an hour, once; before, nobody gets in', async () => {
    await app.logIn('root').expect(401);
    await come('a guess').expect(401);
    const early = await makeInvitation(app.store);
    const late = await makeInvitation(app.store);
    await come(early!.token).expect(401);
    app.time += 3_600_000;
    await come(late!.token).expect(401);
    const { token } = (await makeInvitation(app.store))!;
    expect(pointers(await come(token, { password: 'too short' }).expect(400))).toEqual(['/password']);
    expect(await verifySessions(app.connections.reader)).toEqual([]);
    const answers = await Promise.all([come(token), come(token, { username: 'second' })]);
    expect(answers.map((one) => one.status).sort()).toEqual([201, 401]);
    await come(token, { username: 'third' }).expect(401);
    expect(await makeInvitation(app.store)).toBeUndefined();
    const others = createAccounts(app.store, [somebody('other', 'admin')]);
    await expect(others).rejects.toMatchObject({ code: 'already-exists' });
  });

  it('makes an editor alone: there is no second administrator to ask', async () => {
    const first = (await app.logIn('root')).status === 201 ? 'root' : 'second';
    const answer = await app.by(first, app.api().post('/v1/accounts').send(newcomer('editor', 'editor')).expect(201));
    expect(answer.body).toMatchObject({ username: 'editor', roles: ['editor'], state: 'active', proposal: null });
    // Somebody who was added and never came is no second administrator, nor one who could be left in charge.
    await app.by(first, app.api().post('/v1/accounts').send(newcomer('never', 'admin')).expect(201));
    const { body } = await app.by(first, app.api().post('/v1/accounts').send(newcomer('lone', 'approver')).expect(201));
    expect(body).toMatchObject({ roles: ['approver'], proposal: null });
    const { items } = (await app.by(first, app.api().get('/v1/accounts'))).body as { items: Account[] };
    const own = items.find(({ username }) => username === first)!;
    const leave = app.api().put(`/v1/accounts/${own.id}/state`).set('If-Match', `"${own.version}"`);
    const left = await app.by(first, leave.send({ state: 'disabled' }));
    expect(left.body.blockers).toEqual([{ code: 'last-administrator' }]);
  });
});

describe.each(ENGINES)('accounts on %s', (engine) => {
  let app: AccessApp;
  beforeAll(async () => {
    app = await openAccessApp(engine, [
      somebody('admin', 'admin'),
      { ...somebody('admin-twin', 'admin'), samePersonAs: 'admin' },
      somebody('chief', 'admin'),
      somebody('editor', 'editor'),
      somebody('diplomat', 'diplomat'),
      somebody('auditor', 'auditor'),
    ]);
  });
  afterAll(() => app.close());

  const idOf = (username: string) => app.people.get(username)!.account;
  const read = async (username: string) =>
    (
      await app.by(
        'auditor',
        app
          .api()
          .get(`/v1/accounts/${idOf(username)}`)
          .expect(200),
      )
    ).body as Account;
  const add = (by: string, wish: object, key = '') => {
    const test = app.api().post('/v1/accounts').send(wish);
    return app.by(by, key === '' ? test : test.set('Idempotency-Key', key));
  };
  const put = (by: string, what: 'roles' | 'state', { id, version }: Pick<Account, 'id' | 'version'>, wish: object) =>
    app.by(by, app.api().put(`/v1/accounts/${id}/${what}`).set('If-Match', `"${version}"`).send(wish));
  const decide = (by: string, id: string, how: string, wish: object) =>
    app.by(by, app.api().post(`/v1/accounts/${id}/${how}`).send(wish));

  it('are listed for administrators and auditors, by user name, page by page', async () => {
    await app.by('editor', app.api().get('/v1/accounts').expect(403));
    const all = await app.by('admin', app.api().get('/v1/accounts').expect(200));
    const names = (all.body.items as Account[]).map((one) => one.username);
    expect(names).toEqual(['admin', 'admin-twin', 'auditor', 'chief', 'diplomat', 'editor']);
    expect(all.body.items[0].person).toEqual(all.body.items[1].person);
    expect(all.body.items[0].person.name).toBe('admin of test');
    const two = await app.by('auditor', app.api().get('/v1/accounts?pageSize=4').expect(200));
    const rest = await app.by('auditor', app.api().get(`/v1/accounts?pageSize=4&cursor=${two.body.next}`).expect(200));
    expect([...two.body.items, ...rest.body.items]).toEqual(all.body.items);
    await app.by(
      'admin',
      app
        .api()
        .get(`/v1/accounts/${'0'.repeat(26)}`)
        .expect(404),
    );
    const asItWas = await app.by('admin', app.api().get('/v1/accounts?knownAt=0').expect(200));
    expect(asItWas.body.items).toEqual([]);
  });

  it('are held by the reader until something changes among people', async () => {
    const url = '/v1/accounts?pageSize=3';
    const session = await app.cookie('auditor');
    const get = (etag: string) => app.api().get(url).set('Cookie', session).set('If-None-Match', etag);
    const { etag } = (await get('"x"').expect(200)).headers;
    expect((await get(etag!).expect(304)).text).toBe('');
    await add('admin', newcomer('passer-by', 'diplomat'));
    expect((await get(etag!).expect(200)).headers.etag).not.toBe(etag);
  });

  it('are refused with every fault at once, and when the name is taken in any case', async () => {
    const wish = { username: 'a b', roles: ['king'], password: WORD };
    expect(pointers(await add('admin', wish))).toEqual(expect.arrayContaining(['/password', '/roles']));
    const rules = await add('admin', { username: 'a b', roles: ['diplomat'] });
    expect([rules.status, pointers(rules)]).toEqual([400, ['/username', '/name']]);
    expect((await add('admin', newcomer('EDITOR', 'diplomat'))).status).toBe(409);
    const nobodys = { username: 'nobodys', person: '0'.repeat(26), roles: ['diplomat'] };
    expect((await add('admin', nobodys)).body.errors).toMatchObject([
      { pointer: '/person', code: 'unknown-reference' },
    ]);
  });

  it('are made once by a key, and their link is shown once', async () => {
    const wish = newcomer('keyed', 'diplomat');
    const first = await add('admin', wish, 'key-1');
    const again = await add('admin', wish, 'key-1');
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect([first.body.invitation, again.body.invitation]).toEqual([
      { token: expect.stringMatching(/^[\w-]{43}$/), expiresAt: new Date(app.time + 7 * 86_400_000).toISOString() },
      null,
    ]);
    expect((await add('admin', newcomer('keyed2', 'diplomat'), 'key-1')).body.code).toBe('key-reused');
  });

  it('of an editor or approver wait for an administrator of another person', async () => {
    const added = await add('admin', newcomer('new-editor', 'editor', 'diplomat'));
    expect(added.body).toMatchObject({ roles: ['diplomat'], proposal: { roles: ['editor', 'diplomat'] } });
    const { id, proposal } = added.body as Account;
    const { contentHash } = proposal!;
    for (const username of ['admin', 'admin-twin']) {
      const answer = await decide(username, id, 'approval', { contentHash });
      expect(answer.body).toMatchObject({ status: 409, code: 'own-proposal', blockers: [{ code: 'own-proposal' }] });
    }
    expect((await decide('admin-twin', id, 'rejection', { reason: 'no' })).status).toBe(409);
    const expiresAt = new Date(app.time + 60_000).toISOString();
    const token = await app.by(
      'admin',
      app
        .api()
        .post('/v1/tokens')
        .send({ label: 't', scopes: ['admin'], expiresAt }),
    );
    const byToken = app.api().post(`/v1/accounts/${id}/approval`).set('Authorization', `Bearer ${token.body.secret}`);
    expect((await byToken.send({ contentHash })).body.code).toBe('own-proposal');
    const journal = await app.by('auditor', app.api().get('/v1/access-journal').expect(200));
    const own = (journal.body.items as { code: string; person: string }[]).filter((row) => row.code === 'own-proposal');
    expect(own.map((row) => row.person)).toEqual(Array<string>(4).fill(app.people.get('admin')!.person));

    expect((await decide('editor', id, 'approval', { contentHash })).status).toBe(403);
    const other = await decide('chief', id, 'approval', { contentHash: '0'.repeat(64) });
    expect(other.body.code).toBe('content-changed');
    const answers = await Promise.all([1, 2, 3].map(() => decide('chief', id, 'approval', { contentHash })));
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409]);
    const after = await app.by('chief', app.api().get(`/v1/accounts/${id}`));
    expect(after.body).toMatchObject({ roles: ['editor', 'diplomat'], proposal: null });
  });

  it('keep an open proposal when their password changes, and lose it by rejection', async () => {
    const { id, invitation } = (await add('chief', newcomer('hopeful', 'approver'))).body as Account & Invited;
    const first = { token: invitation.token, password: WORD };
    await app.api().post('/v1/first-password').send(first).expect(204);
    const session = await app.cookie('hopeful');
    const change = { current: WORD, password: 'another password' };
    await app.api().put('/v1/session/password').set('Cookie', session).send(change).expect(204);
    const { body } = await decide('admin', id, 'rejection', { reason: 'Not yet.' });
    expect(body).toMatchObject({ roles: [], proposal: null });
  });

  it('change roles by the version that was read, one proposal at a time', async () => {
    const before = await read('diplomat');
    const path = `/v1/accounts/${before.id}/roles`;
    const roles = ['diplomat', 'approver'];
    await app.by('admin', app.api().put(path).send({ roles }).expect(428));
    await app.by('admin', app.api().put(path).set('If-Match', 'x').send({ roles }).expect(400));
    expect((await put('admin', 'roles', { ...before, version: before.version + 1 }, { roles })).status).toBe(412);
    expect((await put('admin', 'roles', before, { roles: ['diplomat'] })).body.blockers).toEqual([
      { code: 'nothing-changes' },
    ]);
    const proposed = (await put('admin', 'roles', before, { roles })).body as Account;
    expect(proposed).toMatchObject({ roles: ['diplomat'], proposal: { roles: ['approver', 'diplomat'] } });
    const second = await put('chief', 'roles', proposed, { roles: ['auditor'] });
    expect(second.body).toMatchObject({ status: 409, blockers: [{ code: 'proposal-open' }] });
    const reason = 'A slip.';
    expect((await decide('chief', before.id, 'withdrawal', { reason })).status).toBe(409);
    expect((await decide('admin', before.id, 'withdrawal', { reason })).status).toBe(201);
    expect((await decide('admin', before.id, 'withdrawal', { reason })).body.code).toBe('stale');
    expect((await decide('admin', idOf('auditor'), 'withdrawal', { reason })).status).toBe(404);
    await put('admin', 'roles', await read('diplomat'), { roles: ['diplomat', 'auditor'] });
    expect((await read('diplomat')).roles).toEqual(['diplomat', 'auditor']);
  });

  it('that are disabled open nothing, until they are enabled', async () => {
    const session = await app.cookie('editor');
    const off = await put('chief', 'state', await read('editor'), { state: 'disabled', reason: 'On leave.' });
    expect(off.body).toMatchObject({ state: 'disabled' });
    await app.api().get('/v1/session').set('Cookie', session).expect(401);
    await app.logIn('editor').expect(401);
    const { body } = await put('chief', 'state', await read('editor'), { state: 'active' });
    expect(body).toMatchObject({ state: 'disabled', proposal: { state: 'active', roles: ['editor'] } });
    await decide('admin', idOf('editor'), 'approval', { contentHash: (body as Account).proposal!.contentHash });
    await app.api().get('/v1/session').set('Cookie', session).expect(401);
    await app.logIn('editor').expect(201);
  });

  it('never lose their last active administrator', async () => {
    for (const username of ['admin-twin', 'admin'])
      expect((await put('admin', 'state', await read(username), { state: 'disabled' })).status).toBe(200);
    const chief = await read('chief');
    for (const [what, wish] of [
      ['state', { state: 'disabled' }],
      ['roles', { roles: ['diplomat'] }],
    ] as const)
      expect((await put('chief', what, chief, wish)).body).toMatchObject({
        status: 409,
        blockers: [{ code: 'last-administrator' }],
      });
    // Alone again, nobody has to agree.
    const added = await add('chief', newcomer('quick', 'approver'));
    expect(added.body).toMatchObject({ roles: ['approver'], proposal: null });
  });
});
