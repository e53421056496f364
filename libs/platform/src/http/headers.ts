import { type HttpReply } from './exchange.js';

/** Version of the API as a whole (semantic versioning); its major number stands in the addresses. */
export const API_VERSION = '1.0.0';

/**
 * What stands on every answer, refusals included (API Design Rules /core/transport/security-headers and /core/version-header).
 * A handler may replace Cache-Control by one of its own.
 */
export const HEADERS: Readonly<Record<string, string>> = {
  'API-Version': API_VERSION,
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

export function setHeaders(reply: Pick<HttpReply, 'header'>): void {
  for (const [name, value] of Object.entries(HEADERS)) reply.header(name, value);
}
