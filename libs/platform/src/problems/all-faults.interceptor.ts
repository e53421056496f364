import { type CallHandler, type ExecutionContext, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { catchError, map, type Observable, throwError } from 'rxjs';
import { PuttingAside, withPutAside } from './put-aside.js';

const GATHERS = 'zvit:gathers-faults';

/**
 * A route whose act looks for faults of its own, and whose faults are answered all at once. Only for acts that write by the store,
 * which refuses to write while faults wait; everywhere else a faulty body is refused before the handler sees it.
 */
export const GathersFaults = () => SetMetadata(GATHERS, true);

/** Where who asks has no right to, nothing is said of what they sent. */
const ABOUT_WHO_ASKS: ReadonlySet<unknown> = new Set([401, 403]);

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
        map((answer) => {
          const refusal = joined();
          if (refusal !== undefined) throw refusal;
          return answer;
        }),
        catchError((error: { status?: unknown } | undefined) => {
          const refusal = joined(error);
          return throwError(() => (ABOUT_WHO_ASKS.has(error?.status) ? error : refusal));
        }),
      );
  }
}
