import { existsSync, readFileSync } from 'node:fs';
import { API_VERSION } from './http/headers.js';

/**
 * Which build answers: the fingerprint of the sources that it was made from, the same in each process of it. Run from the sources
 * (in tests), the version alone.
 */
export const BUILD: string = fingerprint(new URL('../../../../../built-from', import.meta.url)) ?? API_VERSION;

function fingerprint(stamp: URL): string | undefined {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : undefined;
}
