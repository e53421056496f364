import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { Refusal } from '@zvit/domain';
import { type HttpReply, type HttpRequest } from '../http/exchange.js';
import { type Log } from '../log/log.js';
import { type KnownRoutes } from './known-routes.js';
import { problem, type Problem } from './problem.js';
import { problemOf } from './problem-of.js';
import { sendProblem } from './send-problem.js';

/** The one place where errors become answers: those of acts, of Nest and of Fastify alike. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: KnownRoutes,
    private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<HttpRequest>(), http.getResponse<HttpReply>());
  }

  answer(error: unknown, request: HttpRequest, reply: HttpReply): void {
    const what = this.unrouted(error, request, reply) ?? problemOf(error);
    // What was refused on purpose (not ready yet, a full disk) is news for the operator, no defect with a stack.
    if (what.status >= 500 && error instanceof Refusal)
      this.log.warn('refused', { request: request.id, code: what.code });
    else if (what.status >= 500) this.log.defect(error, { request: request.id, code: what.code });
    // A stream that breaks after its first byte: no second answer can be sent, only the connection can say so.
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    sendProblem(request, reply, what, error instanceof Refusal ? error.more.retryAfterSeconds : undefined);
  }

  /** A known address with another method is a 405 that says which ones it knows. */
  private unrouted(error: unknown, request: HttpRequest, reply: HttpReply): Problem | undefined {
    if (!request.is404 || !(error instanceof HttpException) || error.getStatus() !== 404) return undefined;
    const methods = this.routes.methodsOf(request.url);
    if (methods.length === 0 || methods.includes(request.method)) return undefined;
    reply.header('Allow', methods.join(', '));
    return problem('method-not-allowed', `This address knows ${methods.join(', ')}.`);
  }
}
