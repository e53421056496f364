import { Refusal } from '@zvit/domain';
import { API_PREFIX, type OpenServer } from '@zvit/platform';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the description of the API stands in the house, seen from its root. */
const KEPT = join('apps', 'api', 'openapi.json');

/** The kept description, found upwards of this module: it runs from the sources and from `dist`. */
export function keptDescription(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = join(folder, KEPT);
    if (existsSync(file)) return readFileSync(file, 'utf8');
    if (dirname(folder) === folder) return undefined;
    folder = dirname(folder);
  }
}

/** `GET /v1/openapi.json`: for anyone, from any page (API Design Rules /core/publish-openapi). */
export function addOpenApiRoute(server: OpenServer): void {
  const description = keptDescription();
  server.get(`/${API_PREFIX}/openapi.json`, async (_request, reply) => {
    if (description === undefined) throw new Refusal('not-found', 'This installation came without its description.');
    reply.header('Access-Control-Allow-Origin', '*');
    reply.header('Content-Type', 'application/json; charset=utf-8');
    return description;
  });
}
