import { join } from 'node:path';
import { type Place } from './connections.js';

/** Where an installation keeps its record: the PostgreSQL that is named, else a file in its data folder. */
export function placeOf(config: { readonly dataDir: string; readonly databaseUrl: string | undefined }): Place {
  return config.databaseUrl === undefined
    ? { kind: 'sqlite', file: join(config.dataDir, 'zvit.sqlite') }
    : { kind: 'postgres', url: config.databaseUrl };
}
