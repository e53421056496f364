import { type Connections, openConnections, type Place, Projections, Store } from '@zvit/store';

import { ACCESS_SPECS } from '@zvit/access';
import { EVIDENCE_SPECS } from '@zvit/evidence';
import { REGISTER_SPECS } from '@zvit/register';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export type Engine = 'sqlite' | 'postgres';

/** Every store test runs on both. Where PostgreSQL could not be started, global setup has said so (and failed under CI). */
export const ENGINES: readonly Engine[] =
  process.env.ZVIT_TEST_POSTGRES === undefined ? ['sqlite'] : ['sqlite', 'postgres'];

export interface TestPlace {
  readonly place: Place;
  readonly folder: string;
  remove(): Promise<void>;
}

/** An empty place for a record: a file in a folder of its own, or a database of its own on the tests' cluster. */
export async function newPlace(engine: Engine): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'zvit-test-'));
  const removeFolder = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  if (engine === 'sqlite')
    return {
      place: { kind: 'sqlite', file: join(folder, 'zvit.sqlite') },
      folder,
      remove: () => {
        removeFolder();
        return Promise.resolve();
      },
    };
  const name = `zvit_${randomBytes(8).toString('hex')}`;
  await onCluster(`CREATE DATABASE ${name}`);
  const url = new URL(process.env.ZVIT_TEST_POSTGRES!);
  url.pathname = `/${name}`;
  return {
    place: { kind: 'postgres', url: url.href },
    folder,
    remove: async () => {
      removeFolder();
      await onCluster(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

async function onCluster(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.ZVIT_TEST_POSTGRES });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export const ALL_SPECS = [...ACCESS_SPECS, ...EVIDENCE_SPECS, ...REGISTER_SPECS];

export async function openStore(place: Place): Promise<{ store: Store; connections: Connections }> {
  const connections = await openConnections(place);
  return { store: new Store(connections, new Projections(ALL_SPECS)), connections };
}
