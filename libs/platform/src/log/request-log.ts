import { type HttpReply, type HttpRequest } from '../http/exchange.js';
import { problemCodeOf } from '../problems/send-problem.js';
import { type Log } from './log.js';

/** The route of a request as a pattern, never its address: that one may name what somebody reads. */
export const routeOf = (request: HttpRequest): string =>
  request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');

/** One line for each answer: who asked is in the access journal, what was asked for is nobody's business here. */
export function logAnswer(log: Log, request: HttpRequest, reply: HttpReply): void {
  log.info('request', {
    request: request.id,
    method: request.method,
    route: routeOf(request),
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    code: problemCodeOf(reply),
  });
}
