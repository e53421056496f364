import { Injectable } from '@nestjs/common';
import { type Actor } from '@zvit/domain';
import { type HttpRequest } from '@zvit/platform';
import { SessionCookie } from '../sessions/session-cookie.js';
import { Sessions } from '../sessions/sessions.js';
import { TokenReader } from '../tokens/token.reader.js';
import { headerOf } from './asked.js';

/** Finds out who asks: by the bearer token where one is given, else by the session's cookie. */
@Injectable()
export class Authentication {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly sessions: Sessions,
    private readonly tokens: TokenReader,
  ) {}

  async actorOf(request: Pick<HttpRequest, 'headers' | 'ip'>): Promise<Actor | undefined> {
    const authorization = headerOf(request, 'authorization');
    // Who names a token means it: one that doesn't hold is not made good by a cookie.
    if (authorization !== undefined) {
      const secret = /^Bearer +([\w-]{1,200})$/i.exec(authorization)?.[1];
      return secret === undefined ? undefined : this.tokens.actorOf(secret, request.ip);
    }
    const id = this.cookie.read(headerOf(request, 'cookie'));
    return id === undefined ? undefined : this.sessions.actorOf(id, request.ip);
  }
}
