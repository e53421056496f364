import { type Config } from '@zvit/platform';
import { openConnections, type Place, schemaDifference } from '@zvit/store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './say.js';

/** Runs the migrations on an empty SQLite file and holds the result against the entities. PostgreSQL's turn is in the tests. */
export async function schemaDiff(_config: Config): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'zvit-schema-'));
  try {
    const place: Place = { kind: 'sqlite', file: join(folder, 'schema.sqlite') };
    const connections = await openConnections(place);
    const difference = await schemaDifference(connections.source);
    await connections.close();
    for (const sql of difference) say(sql);
    say(difference.length === 0 ? 'Migrations and entities agree.' : 'Migrations and entities differ.');
    return difference.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
