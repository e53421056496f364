import { type CallHandler, type ExecutionContext, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Refusal } from '@zvit/domain';
import { catchError, map, type Observable, throwError } from 'rxjs';
import { PuttingAside, withPutAside } from './put-aside.js';

const GATHERS = 'zvit:gathers-faults';

/**
 * A route whose act looks for faults of its own, and whose faults are answered all at once. Only for acts that write by the store,
 * which refuses to write while faults wait; everywhere else a faulty body is refused before the handler sees it.
 */
export const GathersFaults = () => SetMetadata(GATHERS, true);

/** Who may not do this hears nothing of what they sent. */
const concernsPerson = (error: unknown): boolean =>
  error instanceof Refusal && (error.status === 401 || error.status === 403);

/** Joins the faults of a body's shape with those that the act finds in the rest. */
export class AllFaultsInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (Reflect.getMetadata(GATHERS, context.getHandler()) !== true) return next.handle();
    const { body } = context.switchToHttp().getRequest<{ readonly body?: unknown }>();
    const aside = new PuttingAside();
    const joined = (error?: unknown) => withPutAside(aside.end(), error, body);
    return aside
      .during(() => next.handle())
      .pipe(
        map((answer: unknown) => {
          const refusal = joined();
          if (refusal) throw refusal;
          return answer;
        }),
        catchError((error: unknown) => {
          const refusal = joined(error);
          return throwError(() => (refusal && !concernsPerson(error) ? refusal : error));
        }),
      );
  }
}
