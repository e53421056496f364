import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Refusal } from '@zvit/domain';
import { routeOf } from '@zvit/platform';
import { catchError, from, mergeMap, type Observable, throwError } from 'rxjs';
import { actorOf, askedOf } from '../guard/asked.js';
import { AccessJournal } from './access-journal.js';

/** Whether a refusal concerns who asks, not what: those belong in the access journal. */
function concernsPerson(error: unknown): error is Refusal {
  if (!(error instanceof Refusal)) return false;
  if (error.code === 'own-proposal' || error.more.blockers?.some(({ code }) => code === 'own-proposal')) return true;
  // A failed log-in has its own kind, written where the account is known.
  return error.code === 'missing-role' || error.code === 'not-logged-in' || error.code === 'foreign-origin';
}

/** Refusals that acts speak themselves, after the guard: an approval of one's own proposal above all. */
@Injectable()
export class RefusalInterceptor implements NestInterceptor {
  constructor(private readonly journal: AccessJournal) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!concernsPerson(error)) return throwError(() => error);
        const request = askedOf(context);
        const who = actorOf(request) ?? { address: request.ip };
        const written = this.journal.refused(who, `${request.method} ${routeOf(request)}`, error.code);
        return from(written).pipe(mergeMap(() => throwError(() => error)));
      }),
    );
  }
}
