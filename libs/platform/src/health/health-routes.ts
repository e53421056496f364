import { Refusal } from '@zvit/domain';
import { createHash, timingSafeEqual } from 'node:crypto';
import { type HttpReply, type HttpRequest } from '../http/exchange.js';
import { type Metrics } from './metrics.js';
import { type Readiness } from './readiness.js';

/** Takes addresses that no guard stands before: anyone may ask them. */
export interface OpenServer {
  get(path: string, handler: (request: HttpRequest, reply: HttpReply) => Promise<unknown>): unknown;
}

/** Where machines ask whether this one is well. */
export function addHealthRoutes(
  server: OpenServer,
  parts: { readiness: Readiness; metrics: Metrics; metricsToken: string | undefined },
): void {
  server.get('/healthz', async () => ({ status: 'ok' }));

  server.get('/readyz', async () => {
    if (parts.readiness.ready) return { status: 'ready' };
    throw new Refusal('not-ready', `Waiting for: ${parts.readiness.reasons.join(', ')}.`);
  });

  server.get('/metrics', async (request, reply) => {
    const { metricsToken } = parts;
    if (metricsToken === undefined) throw new Refusal('not-found', 'This installation has no metrics.');
    if (!bears(request.headers.authorization, metricsToken))
      throw new Refusal('not-logged-in', 'Metrics need their own bearer token.');
    reply.header('Content-Type', parts.metrics.registry.contentType);
    return parts.metrics.registry.metrics();
  });
}

/** Compares digests, which are equally long, so that the time tells nothing of the token. */
function bears(header: string | string[] | undefined, token: string): boolean {
  const given = typeof header === 'string' ? /^Bearer +(\S+)$/i.exec(header)?.[1] : undefined;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
}
