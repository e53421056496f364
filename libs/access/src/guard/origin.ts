import { type HttpRequest } from '@zvit/platform';
import { headerOf } from './asked.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something was sent by a page of another site. Browsers say so themselves in Sec-Fetch-Site and
 * Origin, which no page can forge; programs send neither, and are let through: they have no cookies that were not given to them.
 * `publicUrl` is scheme, host and port by which people reach this server.
 */
export function isForeign(request: Pick<HttpRequest, 'method' | 'headers'>, publicUrl: string): boolean {
  if (SAFE.has(request.method)) return false;
  const site = headerOf(request, 'sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const origin = headerOf(request, 'origin');
  return origin !== undefined && !isOwn(origin, headerOf(request, 'host'), publicUrl);
}

/** The address that was configured, or the one that the request itself came to (by TLS where the configured one is). */
function isOwn(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (origin === publicUrl) return true;
  if (host === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  const scheme = publicUrl.startsWith('https:') ? protocol === 'https:' : /^https?:$/.test(protocol);
  return scheme && from === host.toLowerCase();
}
