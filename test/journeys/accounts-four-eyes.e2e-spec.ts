import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { actorNamed, createAccounts, disableByOperator } from '@zvit/access';
import { type Role } from '@zvit/domain';
import { Config } from '@zvit/platform';
import { disableAccount } from '../../apps/admin/src/disable-account.js';
import { type AccessApp, openAccessApp, somebody } from '../support/access-app.js';
import { ENGINES, newPlace, openStore } from '../support/place.js';
import { verifyAll } from '../support/verify.js';

type State = 'active' | 'disabled';

interface Account {
  readonly id: string;
  readonly version: number;
  readonly roles: Role[];
  readonly state: State;
  readonly proposal: { readonly roles: Role[]; readonly state: State; readonly contentHash: string } | null;
}

describe.each(ENGINES)('four eyes among administrators on %s', (engine) => {
  let app: AccessApp;
  beforeEach(async () => {
    app = await openAccessApp(engine, [
      somebody('one', 'admin'),
      { ...somebody('one-twin', 'admin'), samePersonAs: 'one' },
      somebody('two', 'admin'),
      somebody('editor', 'editor'),
      somebody('diplomat', 'diplomat'),
      somebody('auditor', 'auditor'),
    ]);
  });
  afterEach(async () => {
    expect(await verifyAll(app.connections, app.store)).toEqual([]);
    await app.close();
  });

  const pathOf = (username: string) => `/v1/accounts/${app.people.get(username)!.account}`;
  const read = async (username: string) =>
    (await app.by('auditor', app.api().get(pathOf(username)).expect(200))).body as Account;
  /** Changes roles or state as it stands; answers the status and the account, or the problem. */
  const change = async (by: string, username: string, wish: { roles: Role[] } | { state: State }) => {
    const what = 'roles' in wish ? 'roles' : 'state';
    const { version } = await read(username);
    const test = app
      .api()
      .put(`${pathOf(username)}/${what}`)
      .set('If-Match', `"${version}"`)
      .send(wish);
    const { status, body } = await app.by(by, test);
    return { status, body: body as Account & { code?: string; blockers?: { code: string }[] } };
  };
  const approve = async (by: string, username: string) => {
    const contentHash = (await read(username)).proposal?.contentHash ?? '0'.repeat(64);
    return app.by(
      by,
      app
        .api()
        .post(`${pathOf(username)}/approval`)
        .send({ contentHash }),
    );
  };

  it('an administrator who would be alone for a moment is not: no way leads to editor and approver at once', async () => {
    const courses = [
      ['one', { state: 'disabled' }],
      ['one-twin', { roles: ['diplomat'] }],
      ['one', { roles: [] }],
    ] satisfies [string, { state: State } | { roles: Role[] }][];
    for (const [by, wish] of courses) {
      const asked = await change(by, 'two', wish);
      expect(asked).toMatchObject({ status: 200, body: { state: 'active', roles: ['admin'], proposal: wish } });
      for (const own of ['one', 'one-twin'])
        expect((await approve(own, 'two')).body).toMatchObject({ status: 409, code: 'own-proposal' });
      const roles: Role[] = ['editor', 'approver', 'admin'];
      const made = await change(by, by, { roles });
      expect(made).toMatchObject({ status: 200, body: { roles: ['admin'], proposal: { roles } } });
      for (const username of ['two', by]) {
        const back = app
          .api()
          .post(`${pathOf(username)}/withdrawal`)
          .send({ reason: 'Seen.' });
        expect((await app.by(by, back)).status).toBe(201);
      }
    }
    await app.logIn('two').expect(201);
  });

  it('nor by an administrator of straw: making one, or enabling one again, takes two as well', async () => {
    const straw = { username: 'straw', name: 'Str Aw', roles: ['auditor', 'admin'] };
    const { body } = await app.by('one', app.api().post('/v1/accounts').send(straw).expect(201));
    expect(body).toMatchObject({ roles: ['auditor'], proposal: { roles: ['auditor', 'admin'] } });
    expect(await change('one', 'diplomat', { roles: ['admin'] })).toMatchObject({
      body: { roles: ['diplomat'], proposal: { roles: ['admin'] } },
    });
    await change('one', 'two', { state: 'disabled' });
    expect((await approve('two', 'two')).body).toMatchObject({ state: 'disabled', proposal: null });
    // Alone by agreement: who is left makes another one, and is not alone any more.
    const own = app
      .api()
      .post(`${pathOf('diplomat')}/withdrawal`)
      .send({ reason: 'Anew.' });
    await app.by('one', own.expect(201));
    expect(await change('one', 'diplomat', { roles: ['admin'] })).toMatchObject({ body: { proposal: null } });
    expect(await change('one', 'two', { state: 'active' })).toMatchObject({
      body: { state: 'disabled', proposal: { state: 'active', roles: ['admin'] } },
    });
    expect((await approve('one-twin', 'two')).body).toMatchObject({ code: 'own-proposal' });
    expect((await approve('diplomat', 'two')).body).toMatchObject({ state: 'active', proposal: null });
    await app.logIn('two').expect(201);
  });

  it('an administrator goes when who is concerned, or a third, agrees; their sessions go with them', async () => {
    const session = await app.cookie('two');
    await change('one', 'two', { state: 'disabled' });
    await app.api().get('/v1/session').set('Cookie', session).expect(200);
    const contentHash = (await read('two')).proposal!.contentHash;
    const own = await app
      .api()
      .post(`${pathOf('two')}/approval`)
      .set('Cookie', session)
      .send({ contentHash });
    expect([own.status, own.body.state]).toEqual([201, 'disabled']);
    await app.api().get('/v1/session').set('Cookie', session).expect(401);
    await app.logIn('two').expect(401);
    // For good: enabled again, they begin anew.
    await change('one', 'two', { state: 'active' });
    await app.api().get('/v1/session').set('Cookie', session).expect(401);
  });

  it('an administrator refuses to go, or gives the role up alone', async () => {
    await change('one', 'two', { roles: ['auditor'] });
    expect(await change('two', 'two', { state: 'disabled' })).toMatchObject({ status: 200 });
    // Two is gone by their own hand; what was proposed before can still be refused or taken back.
    expect((await read('two')).state).toBe('disabled');
    await app.by(
      'one',
      app
        .api()
        .post(`${pathOf('two')}/withdrawal`)
        .send({ reason: 'Gone.' })
        .expect(201),
    );
  });

  it('enabling an editor takes two, disabling one does not, even while something is proposed', async () => {
    const roles: Role[] = ['editor', 'approver'];
    expect(await change('one', 'editor', { roles })).toMatchObject({ body: { proposal: { roles } } });
    expect(await change('two', 'editor', { state: 'disabled' })).toMatchObject({
      status: 200,
      body: { state: 'disabled', proposal: { roles, state: 'disabled' } },
    });
    const blocked = await change('two', 'editor', { state: 'active' });
    expect(blocked).toMatchObject({ status: 409, body: { blockers: [{ code: 'proposal-open' }] } });
    const no = app
      .api()
      .post(`${pathOf('editor')}/rejection`)
      .send({ reason: 'On leave.' });
    await app.by('two', no.expect(201));
    expect(await change('two', 'editor', { state: 'active' })).toMatchObject({ body: { state: 'disabled' } });
    await app.logIn('editor').expect(401);
    expect((await approve('two', 'editor')).body).toMatchObject({ code: 'own-proposal' });
    expect((await approve('one', 'editor')).body).toMatchObject({ state: 'active', proposal: null });
    await app.logIn('editor').expect(201);
    for (const state of ['disabled', 'active'] as const)
      expect(await change('one', 'diplomat', { state })).toMatchObject({ body: { state, proposal: null } });
  });

  it('the last administrator stays, also when agreements come late', async () => {
    await change('one', 'two', { state: 'disabled' });
    await change('two', 'one', { state: 'disabled' });
    await change('two', 'one-twin', { state: 'disabled' });
    expect((await approve('one', 'one')).body).toMatchObject({ state: 'disabled' });
    expect((await approve('one-twin', 'one-twin')).body).toMatchObject({ state: 'disabled' });
    expect((await approve('two', 'two')).body).toMatchObject({
      status: 409,
      blockers: [{ code: 'last-administrator' }],
    });
  });

  it('the operator disables one who has left for good, in the name of who stays', async () => {
    const session = await app.cookie('two');
    const as = (username: string) => actorNamed(app.store, username);
    await expect(disableByOperator(app.store, await as('editor'), 'two')).rejects.toMatchObject({
      code: 'missing-role',
    });
    await expect(disableByOperator(app.store, await as('one'), 'nobody')).rejects.toMatchObject({ code: 'not-found' });
    const { act } = await disableByOperator(app.store, await as('one'), ' TWO ');
    expect(act).toBe('account.disable');
    await expect(disableByOperator(app.store, await as('one'), 'two')).rejects.toMatchObject({
      more: { blockers: [{ code: 'nothing-changes' }] },
    });
    await app.api().get('/v1/session').set('Cookie', session).expect(401);
    const last = app.store.db.get<{ actor: string; act: string }>(
      'SELECT actor, act FROM act ORDER BY seq DESC LIMIT 1',
    );
    expect(await last).toEqual({ actor: app.people.get('one')!.person, act: 'account.disable' });
    await disableByOperator(app.store, await as('one'), 'one-twin');
    await expect(disableByOperator(app.store, await as('one'), 'one')).rejects.toMatchObject({
      more: { blockers: [{ code: 'last-administrator' }] },
    });
  });
});

describe.each(ENGINES)('the operator’s command on %s', (engine) => {
  it('disables an account in the name of an administrator, and says how it is used', async () => {
    const place = await newPlace(engine);
    const { place: at, folder } = place;
    const config = new Config({
      ZVIT_DATA_DIR: folder,
      ...(at.kind === 'postgres' ? { ZVIT_DATABASE_URL: at.url } : {}),
    });
    const first = (await openStore(at)).store;
    await createAccounts(first, [somebody('stays', 'admin'), somebody('gone', 'admin')]);
    await first.close();
    expect(await disableAccount(config, ['gone'])).toBe(2);
    expect(await disableAccount(config, ['gone', '--as', 'stays'])).toBe(0);
    await expect(disableAccount(config, ['stays', '--as', 'gone'])).rejects.toMatchObject({ code: 'not-found' });
    const { store, connections } = await openStore(at);
    await expect(actorNamed(store, 'gone')).rejects.toMatchObject({ code: 'not-found' });
    expect(await actorNamed(store, 'stays')).toMatchObject({ roles: ['admin'] });
    expect(await verifyAll(connections, store)).toEqual([]);
    await store.close();
    await place.remove();
  });
});
