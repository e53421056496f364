import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Actor, isDay, isRecordId, Refusal } from '@zvit/domain';
import { type HttpReply } from '@zvit/platform';
import { type Moment, restingOn, Store, type View, viewOf, visible } from '@zvit/store';
import { mergeMap, type Observable, of } from 'rxjs';
import { actorOf, type Asked, askedOf, replyOf } from '../guard/asked.js';
import { AccessJournal } from '../journal/access-journal.js';
import { etagOf, isHeld } from './etag.js';
import { RESTS_ON, type Resting, type Scope, setView } from './rests-on.decorator.js';

/** Gives a reading route its view, answers 304 without touching rows, and has restricted reads written down before they leave. */
@Injectable()
export class ReadInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly store: Store,
    private readonly journal: AccessJournal,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const resting = this.reflector.get<Resting | undefined>(RESTS_ON, context.getHandler());
    if (resting === undefined) return next.handle();
    const request = askedOf(context);
    const actor = actorOf(request);
    if (!actor) throw new Error('A route with @RestsOn has no @Allow.');
    const { view, rests } = await this.settledView(request, actor, resting.scope);
    setView(request, view);
    if (this.describe(request, replyOf(context), { view, rests, personal: resting.personal })) return of(undefined);
    return next.handle().pipe(
      mergeMap(async (body: unknown) => {
        await this.journal.readRestricted(view);
        return body;
      }),
    );
  }

  /** Sets the headers of the answer. True: the client holds it already, and the status is 304. */
  private describe(
    request: Asked,
    reply: HttpReply,
    { view, rests, personal }: { view: View; rests: string | undefined; personal: boolean },
  ): boolean {
    reply.header('Memento-Datetime', new Date(view.knownAt).toUTCString());
    reply.header('Cache-Control', 'private, no-cache');
    reply.header('Vary', 'Cookie, Authorization, Accept, Accept-Encoding');
    if (rests === undefined) return false;
    const etag = etagOf(request, view, rests, personal);
    reply.header('ETag', etag);
    if (!isHeld(request, etag)) return false;
    reply.code(304);
    return true;
  }

  /**
   * A view and the position that the answer rests on, of one and the same state: an entry that came between the two is seen by
   * neither, else the ETag would be of a newer state than the answer, and a client would keep the old one for new.
   */
  private async settledView(request: Asked, actor: Actor, scope: Scope) {
    const moment = momentOf(request.query);
    for (;;) {
      const view = await viewOf(this.store.db, actor, moment, this.store.clock.now());
      const scopes = await this.scopesOf(request, view, scope);
      if (scopes === 'unknown') return { view, rests: undefined };
      const rests = await restingOn(this.store.db, view, scopes);
      if (!view.newest || Number(rests) <= view.seq) return { view, rests };
    }
  }

  private async scopesOf(request: Asked, view: View, scope: Scope): Promise<readonly string[] | undefined | 'unknown'> {
    if (scope === 'everything') return undefined;
    if (scope !== 'mechanism') return [scope];
    const named = (request.params as { id?: string } | undefined)?.id ?? '';
    const row = await this.store.db.get<{ id: string }>(
      `SELECT mechanism.id FROM mechanism WHERE mechanism.${isRecordId(named) ? 'id' : 'key'} = ? AND ${visible(view, 'mechanism')}`,
      [named],
    );
    // What isn't there, or isn't there for this person: the handler says so.
    return row ? [row.id] : 'unknown';
  }
}

/** The moment that a query asks for. Comes before the pipes, so it checks the two by itself. */
export function momentOf(query: unknown): Moment {
  const { knownAt, validOn } = (query ?? {}) as Record<string, unknown>;
  const fault = (pointer: string, detail: string) =>
    new Refusal('invalid-input', `${pointer.slice(1)}: ${detail}`, {
      faults: [{ pointer, code: 'not-a-date', detail }],
    });
  if (knownAt !== undefined && typeof knownAt !== 'string') throw fault('/knownAt', 'One instant or position, once.');
  if (validOn !== undefined && (typeof validOn !== 'string' || !isDay(validOn)))
    throw fault('/validOn', 'A day such as 2026-06-01.');
  return { ...(knownAt === undefined ? {} : { knownAt }), ...(validOn === undefined ? {} : { validOn }) };
}
