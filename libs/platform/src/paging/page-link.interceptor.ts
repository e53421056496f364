import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import { type HttpReply, type HttpRequest } from '../http/exchange.js';
import { type Page } from './cursor.js';

/** Says where the next page is, in the header too (RFC 8288). `url` is the request's, with its query. */
export function linkToNext(reply: HttpReply, url: string, next: string | null): void {
  if (next === null) return;
  // The parser escapes what would end the reference too early.
  const { pathname, searchParams } = new URL(`http://zvit.invalid${url}`);
  searchParams.set('cursor', next);
  reply.header('Link', `<${pathname}?${searchParams.toString()}>; rel="next"`);
}

/** Every answer that is a page gets its link; no list has to think of it. */
@Injectable()
export class PageLinkInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      map((body: unknown) => {
        if (isPage(body)) linkToNext(http.getResponse<HttpReply>(), http.getRequest<HttpRequest>().url, body.next);
        return body;
      }),
    );
  }
}

function isPage(body: unknown): body is Page<unknown> {
  if (typeof body !== 'object' || body === null || !('items' in body) || !('next' in body)) return false;
  return Array.isArray(body.items) && (body.next === null || typeof body.next === 'string');
}
