import { type ExecutionContext } from '@nestjs/common';
import { type Actor } from '@zvit/domain';
import { type HttpReply, type HttpRequest } from '@zvit/platform';

/** What the framework has parsed of a request; nothing of it is checked yet. */
export interface Asked extends HttpRequest {
  readonly body?: unknown;
  readonly query?: unknown;
  readonly params?: unknown;
}

export const askedOf = (context: ExecutionContext): Asked => context.switchToHttp().getRequest<Asked>();
export const replyOf = (context: ExecutionContext): HttpReply => context.switchToHttp().getResponse<HttpReply>();

/** One value of a header; several of one name are joined, as RFC 9110 reads them. */
export function headerOf(request: Pick<HttpRequest, 'headers'>, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** Path of a request without its query. */
export const pathOf = (request: Pick<HttpRequest, 'url'>): string => request.url.split('?', 1)[0]!;

// Kept beside the requests, not on them: no other code can set who somebody is.
const actors = new WeakMap<object, Actor>();

export const setActor = (request: object, actor: Actor): void => void actors.set(request, actor);
export const actorOf = (request: object): Actor | undefined => actors.get(request);
