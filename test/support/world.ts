import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createAccounts, type InitialAccount } from '@zvit/access';
import { type Actor } from '@zvit/domain';
import { Config } from '@zvit/platform';
import { ImportReference } from '@zvit/register';
import {
  type Clock,
  type Connections,
  openConnections,
  type Projections,
  Projections as AllProjections,
  Store,
} from '@zvit/store';
import request, { type Test } from 'supertest';
import { buildApp } from '../../apps/api/src/app.js';
import { ALL_SPECS, type Engine, newPlace } from './place.js';
import { verifyAll } from './verify.js';

/** Who is in every world; a test adds others. All have the same password. */
export const PASSWORD = 'a password for tests';
export const PEOPLE: readonly Omit<InitialAccount, 'password'>[] = [
  { username: 'admin', name: 'Ada Min', roles: ['admin'] },
  { username: 'editor', name: 'Edith Or', roles: ['editor'] },
  { username: 'editor2', name: 'Ed Itor', roles: ['editor'] },
  { username: 'approver', name: 'Abe Prover', roles: ['approver'] },
  { username: 'approver2', name: 'Ann Prover', roles: ['approver'] },
  { username: 'diplomat', name: 'Di Plomat', roles: ['diplomat'] },
  { username: 'auditor', name: 'Audi Tor', roles: ['auditor'] },
];

export interface WorldWishes {
  /** Load `data/reference`, in the name of `editor`. */
  readonly reference?: boolean;
  readonly clock?: Clock;
  readonly people?: readonly Omit<InitialAccount, 'password'>[];
  readonly environment?: Record<string, string>;
}

/** Somebody who is logged in: supertest requests with their cookie. */
export interface Somebody {
  get(path: string): Test;
  post(path: string): Test;
  delete(path: string): Test;
}

/** The real application on a database of its own, with people in it. */
export interface World {
  readonly app: NestFastifyApplication;
  readonly store: Store;
  readonly connections: Connections;
  readonly people: ReadonlyMap<string, Actor>;
  as(username: string): Somebody;
  /** Nobody in particular. */
  readonly anyone: ReturnType<typeof request>;
  logIn(username: string): Promise<string>;
  verify(): ReturnType<typeof verifyAll>;
  close(): Promise<void>;
}

export async function openWorld(engine: Engine, wishes: WorldWishes = {}): Promise<World> {
  const place = await newPlace(engine);
  const connections = await openConnections(place.place);
  const projections: Projections = new AllProjections(ALL_SPECS);
  const store = new Store(connections, projections, wishes.clock);
  const people = await settle(store, [...PEOPLE, ...(wishes.people ?? [])]);
  if (wishes.reference) await new ImportReference(store).run(people.get('editor')!, 'data/reference', {});
  const config = new Config({ ZVIT_DATA_DIR: place.folder, ZVIT_LOG_LEVEL: 'silent', ...wishes.environment });
  const app = await buildApp(config, { store });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const anyone = request(app.getHttpServer());
  const cookies = new Map<string, string>();
  const logIn = async (username: string): Promise<string> => {
    const answer = await anyone.post('/v1/session').send({ username, password: PASSWORD });
    if (answer.status !== 201) throw new Error(`${username} could not log in: ${answer.text}`);
    const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
    cookies.set(username, cookie);
    return cookie;
  };
  for (const username of people.keys()) await logIn(username);
  const cookieOf = (username: string): string => {
    const cookie = cookies.get(username);
    if (cookie === undefined) throw new Error(`nobody is called ${username}`);
    return cookie;
  };
  return {
    app,
    store,
    connections,
    people,
    anyone,
    logIn,
    as: (username) => ({
      get: (path) => anyone.get(path).set('Cookie', cookieOf(username)),
      post: (path) => anyone.post(path).set('Cookie', cookieOf(username)),
      delete: (path) => anyone.delete(path).set('Cookie', cookieOf(username)),
    }),
    verify: () => verifyAll(connections, store),
    close: async () => {
      await app.close();
      await store.close();
      await place.remove();
    },
  };
}

async function settle(store: Store, people: readonly Omit<InitialAccount, 'password'>[]): Promise<Map<string, Actor>> {
  const accounts = await createAccounts(
    store,
    people.map((one) => ({ ...one, password: PASSWORD })),
  );
  return new Map(accounts.map(({ username, ...actor }) => [username, actor]));
}
