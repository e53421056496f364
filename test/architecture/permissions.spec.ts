import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { AccessModule, ALLOWS, IS_PUBLIC, RESTS_ON } from '@zvit/access';
import { type Action, PERMISSIONS, type Role, ROLES } from '@zvit/domain';
import { EvidenceModule } from '@zvit/evidence';
import { RegisterModule } from '@zvit/register';
import { type AccessApp, openAccessApp, somebody } from '../support/access-app.js';

// The table role × action against every route that there is: asked over HTTP, by somebody of each role and by nobody.

/** The rooms that have routes. */
const ROOMS: readonly Type[] = [AccessModule, EvidenceModule, RegisterModule];

/** What may be asked without log-in; everything else under `/v1` may not. */
const OPEN = ['POST /v1/first-administrator', 'POST /v1/first-password', 'POST /v1/session'];

@Controller('forgotten')
class ForgottenController {
  @Get()
  show(): string {
    return 'a route about which nobody has said who may use it';
  }
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

interface Route {
  readonly name: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly action: Action | undefined;
  readonly open: boolean;
  readonly rests: boolean;
}

function routesOf(room: Type): Route[] {
  const controllers = (Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, room) ?? []) as Type[];
  return controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype as object).flatMap((name): Route[] => {
      const handler = (controller.prototype as Record<string, object>)[name]!;
      const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (name === 'constructor' || verb === undefined) return [];
      const parts = [controller, handler].map((part) => String(Reflect.getMetadata(PATH_METADATA, part) ?? ''));
      const path = `/v1/${parts
        .flatMap((part) => part.split('/'))
        .filter((part) => part !== '')
        .join('/')}`;
      const method = RequestMethod[verb].toLowerCase() as Route['method'];
      return [
        {
          name: `${RequestMethod[verb]} ${path}`,
          method,
          path: path.replaceAll(/:\w+/g, '0'.repeat(26)),
          action: Reflect.getMetadata(ALLOWS, handler) as Action | undefined,
          open: Reflect.getMetadata(IS_PUBLIC, handler) === true,
          rests: Reflect.getMetadata(RESTS_ON, handler) !== undefined,
        },
      ];
    }),
  );
}

const routes = ROOMS.flatMap(routesOf);

describe('each route', () => {
  it('is known to this test', () => {
    expect(routes.length).toBeGreaterThan(15);
    expect(routesOf(ForgottenModule)).toMatchObject([{ name: 'GET /v1/forgotten', action: undefined, open: false }]);
  });

  it('says who may use it, and says it once', () => {
    const wrong = routes.filter(({ action, open }) => (action !== undefined) === open);
    expect(wrong.map((route) => route.name)).toEqual([]);
    expect(routes.filter(({ action }) => action !== undefined && !(action in PERMISSIONS))).toEqual([]);
  });

  it('needs a log-in, but for the few by which one gets in', () => {
    const open = routes.filter((route) => route.open).map((route) => route.name);
    expect(open.sort()).toEqual(OPEN);
  });

  it('that changes something is no read of the record', () => {
    expect(routes.filter((route) => route.rests && route.method !== 'get')).toEqual([]);
  });
});

describe('asked over HTTP', () => {
  let app: AccessApp;
  beforeAll(async () => {
    const people = ROLES.map((role) => somebody(`the-${role}`, role));
    app = await openAccessApp('sqlite', people, [ForgottenModule, ...ROOMS.filter((room) => room !== AccessModule)]);
  });
  afterAll(() => app.close());

  const cookies = new Map<Role, string>();

  /** What an empty request of somebody comes to. */
  async function ask({ method, path }: Pick<Route, 'method' | 'path'>, role?: Role) {
    const test = app.api()[method](path);
    if (role !== undefined) test.set('Cookie', cookies.get(role) ?? (await app.cookie(`the-${role}`)));
    const { status, body } = await test;
    return { status, code: (body as { code?: string }).code };
  }

  it('nobody gets in', async () => {
    const open = await Promise.all(routes.filter((route) => route.open).map((route) => ask(route)));
    expect(open.map(({ status }) => status)).toEqual(OPEN.map(() => 400));
    for (const route of routes.filter((one) => !one.open))
      expect([route.name, await ask(route)]).toEqual([route.name, { status: 401, code: 'not-logged-in' }]);
  });

  it.each(ROLES)('%s may what the table says, and nothing else', async (role) => {
    for (const route of routes.filter((one) => !one.open)) {
      // Routes of sessions may end the one that asks: each gets its own.
      const ends = route.path.startsWith('/v1/session');
      if (ends) cookies.delete(role);
      else if (!cookies.has(role)) cookies.set(role, await app.cookie(`the-${role}`));
      const allowed = (PERMISSIONS[route.action!] as readonly Role[]).includes(role);
      const { status, code } = await ask(route, role);
      const got = [401, 403, 500].includes(status) ? [status, code] : 'let in';
      expect([route.name, got]).toEqual([route.name, allowed ? 'let in' : [403, 'missing-role']]);
    }
  });

  it('a route without a rule is denied to all', async () => {
    const route = { method: 'get', path: '/v1/forgotten' } as const;
    expect(await ask(route)).toEqual({ status: 401, code: 'not-logged-in' });
    for (const role of ROLES) expect(await ask(route, role)).toEqual({ status: 403, code: 'missing-role' });
  });
});
