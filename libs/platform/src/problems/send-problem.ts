import { type HttpReply, type HttpRequest } from '../http/exchange.js';
import { setHeaders } from '../http/headers.js';
import { type Problem } from './problem.js';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const codes = new WeakMap<object, string>();

/** The code of the problem that this reply was, for the log. */
export const problemCodeOf = (reply: Pick<HttpReply, 'raw'>): string | undefined => codes.get(reply.raw);

/** Of what a handler has set, these describe the answer that does not come. The rest (cookies, CORS) stays. */
const OF_THE_ANSWER =
  /^(etag|last-modified|memento-datetime|vary|link|location|content-|cache-control|accept-ranges|zvit-)/;

/** Answers with a problem, and with every header that an answer of this server has, wherever it comes from. */
export function sendProblem(request: HttpRequest, reply: HttpReply, what: Problem, retryAfterSeconds?: number): void {
  codes.set(reply.raw, what.code);
  for (const name of Object.keys(reply.getHeaders())) if (OF_THE_ANSWER.test(name)) reply.removeHeader(name);
  setHeaders(reply);
  // RFC 9110 section 11.6.1: a 401 says how one may log in.
  if (what.status === 401 && reply.getHeader('www-authenticate') === undefined)
    reply.header('WWW-Authenticate', 'Bearer realm="zvit"');
  if (retryAfterSeconds !== undefined) reply.header('Retry-After', Math.max(1, Math.ceil(retryAfterSeconds)));
  reply.header('Content-Type', PROBLEM_TYPE);
  // As text: Fastify would otherwise look for a serializer of the route's own answers.
  reply.code(what.status).send(JSON.stringify({ ...what, instance: `urn:uuid:${request.id}` }));
}
