import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule, createAccounts, type InitialAccount } from '@zvit/access';
import { type Actor, type Role } from '@zvit/domain';
import { Config, createHttpApp } from '@zvit/platform';
import { type Connections, openConnections, Projections, Store, StoreModule } from '@zvit/store';
import request, { type Agent, type Test } from 'supertest';
import { ALL_SPECS, type Engine, newPlace } from './place.js';

/** The password of everybody in these tests. */
export const WORD = 'a password for tests';

/** Somebody named after their user name. */
export const somebody = (username: string, ...roles: Role[]): InitialAccount => ({
  username,
  name: `${username} of test`,
  roles,
  password: WORD,
});

@Module({})
class Whole {}

/** The application with the room of access alone, on a database of its own, at a time that the test sets. */
export interface AccessApp {
  readonly store: Store;
  readonly connections: Connections;
  /** The lines of its log. */
  readonly lines: readonly string[];
  /** Milliseconds since 1970: what its clock says. */
  time: number;
  readonly people: ReadonlyMap<string, Actor>;
  api(): Agent;
  logIn(username: string, password?: string): Test;
  /** The cookie of a new session. */
  cookie(username: string): Promise<string>;
  /** Sends a request in a new session of somebody. */
  by(username: string, test: Test): Promise<Awaited<Test>>;
  close(): Promise<void>;
}

export const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
  String(answer.headers['set-cookie']).split(';')[0]!;

export async function openAccessApp(
  engine: Engine,
  people: readonly InitialAccount[],
  more: DynamicModule['imports'] = [],
): Promise<AccessApp> {
  const place = await newPlace(engine);
  const connections = await openConnections(place.place);
  const now = () => new Date(world.time).toISOString();
  const store = new Store(connections, new Projections(ALL_SPECS), { now });
  const lines: string[] = [];
  const imports = [StoreModule.of(store, false), AccessModule, ...more];
  const app = await createHttpApp({ module: Whole, imports }, new Config({}), {
    sink: { write: (line) => lines.push(line) },
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const api = () => request(app.getHttpServer());
  const logIn = (username: string, password = WORD) => api().post('/v1/session').send({ username, password });
  const cookie = async (username: string) => cookieOf(await logIn(username).expect(201));
  const persons = new Map<string, Actor>();
  const world: AccessApp = {
    store,
    connections,
    lines,
    time: Date.parse('2026-06-01T08:00:00.000Z'),
    people: persons,
    api,
    logIn,
    cookie,
    by: async (username, test) => test.set('Cookie', await cookie(username)),
    close: async () => {
      await app.close();
      await store.close();
      await place.remove();
    },
  };
  if (people.length > 0) for (const actor of await createAccounts(store, people)) persons.set(actor.username, actor);
  return world;
}
