import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyCredentials, verifyJournal, verifySessions } from '@zvit/access';
import { type AccessApp, openAccessApp, somebody, WORD } from '../support/access-app.js';
import { ENGINES } from '../support/place.js';
import { verifyAll } from '../support/verify.js';

interface Added {
  readonly id: string;
  readonly version: number;
  readonly awaitsPassword: boolean;
  readonly invitation: { readonly token: string; readonly expiresAt: string };
}

const DAY = 86_400_000;

describe.each(ENGINES)('the first password of an account on %s', (engine) => {
  let app: AccessApp;
  beforeAll(async () => {
    app = await openAccessApp(engine, [somebody('admin', 'admin'), somebody('auditor', 'auditor')]);
  });
  afterAll(() => app.close());

  const add = async (username: string) => {
    const wish = { username, name: `${username} of test`, roles: ['diplomat'] };
    return (await app.by('admin', app.api().post('/v1/accounts').send(wish).expect(201))).body as Added;
  };
  const set = (token: string, password = WORD) => app.api().post('/v1/first-password').send({ token, password });
  const invite = (id: string, by = 'admin') => app.by(by, app.api().post(`/v1/accounts/${id}/invitation`));
  const verify = async () => {
    const db = app.connections.reader;
    const findings = [await verifyCredentials(db), await verifySessions(db), await verifyJournal(db)].flat();
    return [...findings, ...(await verifyAll(app.connections, app.store))];
  };

  it('is set once, by its owner, through the link; until then nobody gets in', async () => {
    const { id, awaitsPassword, invitation } = await add('newcomer');
    expect(awaitsPassword).toBe(true);
    for (const word of ['', WORD, invitation.token]) expect((await app.logIn('newcomer', word)).status).not.toBe(201);
    expect(await verify()).toEqual([]);
    await set('a guess').expect(401);
    const short = await set(invitation.token, 'too short').expect(400);
    expect(short.body.errors).toMatchObject([{ pointer: '/password' }]);
    const both = await Promise.all([set(invitation.token), set(invitation.token, 'another password')]);
    expect(both.map((one) => one.status).sort()).toEqual([204, 401]);
    await set(invitation.token).expect(401);
    const word = both[0].status === 204 ? WORD : 'another password';
    await app.logIn('newcomer', word).expect(201);
    const read = await app.by('auditor', app.api().get(`/v1/accounts/${id}`).expect(200));
    expect(read.body).toMatchObject({ awaitsPassword: false });
    // In the name of who it belongs to, not of the administrator.
    const last = await app.store.db.get<{ act: string; actor: string }>(
      'SELECT act, actor FROM act WHERE record_id = ? ORDER BY seq DESC LIMIT 1',
      [id],
    );
    expect(last).toEqual({ act: 'account.set-credential', actor: read.body.person.id });
    expect((await invite(id)).body.blockers).toEqual([{ code: 'has-password' }]);
    expect(await verify()).toEqual([]);
  });

  it('has another link when the first was lost or has run out', async () => {
    const { id, invitation } = await add('late');
    app.time += 7 * DAY;
    await set(invitation.token).expect(401);
    expect((await invite(id, 'auditor')).status).toBe(403);
    expect((await invite('0'.repeat(26))).status).toBe(404);
    const wish = { label: 't', scopes: ['admin'], expiresAt: new Date(app.time + DAY).toISOString() };
    const { secret } = (await app.by('admin', app.api().post('/v1/tokens').send(wish).expect(201))).body;
    const byToken = app.api().post(`/v1/accounts/${id}/invitation`).set('Authorization', `Bearer ${secret}`);
    expect((await byToken).status).toBe(403);
    const [lost, found] = [(await invite(id)).body.token as string, (await invite(id)).body.token as string];
    await set(lost).expect(401);
    app.time += 7 * DAY - 1;
    await set(found).expect(204);
    await app.logIn('late').expect(201);
  });

  it('is not set while the account is disabled', async () => {
    const { id, version, invitation } = await add('unwanted');
    const state = (at: number, wish: string) =>
      app.by('admin', app.api().put(`/v1/accounts/${id}/state`).set('If-Match', `"${at}"`).send({ state: wish }));
    expect((await state(version, 'disabled')).status).toBe(200);
    await set(invitation.token).expect(401);
    expect((await invite(id)).body.blockers).toEqual([{ code: 'account-disabled' }]);
    expect((await state(version + 1, 'active')).status).toBe(200);
    await set(invitation.token).expect(204);
  });

  it('has no link that was turned to another account, or made longer, unseen', async () => {
    const [one, other] = [await add('one'), await add('other')];
    const turn = (account: string, expires: string, from: string) =>
      app.store.write({ person: '' }, (tx) =>
        tx.run('UPDATE invitation SET account_id = ?, expires_at = ? WHERE account_id = ?', [account, expires, from]),
      );
    await set(other.invitation.token).expect(204);
    const { expiresAt } = one.invitation;
    await turn(other.id, expiresAt, one.id);
    expect(await verify()).toMatchObject([{ code: 'session-altered', detail: 'it was made for another account' }]);
    await turn(one.id, '2099-01-01T00:00:00.000Z', other.id);
    expect(await verify()).toMatchObject([{ code: 'session-altered', detail: 'it ends at another time than it may' }]);
    await turn(one.id, expiresAt, one.id);
    expect(await verify()).toEqual([]);
  });
});
