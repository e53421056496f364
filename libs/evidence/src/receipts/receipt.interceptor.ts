import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type RecordType } from '@zvit/domain';
import { type HttpReply } from '@zvit/platform';
import { type Receipt, Store } from '@zvit/store';
import { mergeMap, type Observable } from 'rxjs';
import { ReceiptDto } from './receipt.dto.js';

/** Turns what an act answers into what a client gets: where the record is (Location) and its version (ETag), for If-Match. */
@Injectable()
export class ReceiptInterceptor implements NestInterceptor {
  constructor(private readonly store: Store) {}

  intercept(context: ExecutionContext, next: CallHandler<Receipt>): Observable<ReceiptDto> {
    const reply = context.switchToHttp().getResponse<HttpReply>();
    return next.handle().pipe(
      mergeMap(async (receipt) => {
        const row = await this.store.db.get<{ key: string | null }>('SELECT key FROM record WHERE id = ?', [
          receipt.id,
        ]);
        const answer = ReceiptDto.from(receipt, row?.key ?? null);
        reply.header('ETag', `"${answer.version}"`);
        reply.header('Location', addressOf(receipt.type, answer.id));
        return answer;
      }),
    );
  }
}

const OF_THEIR_OWN: ReadonlySet<RecordType> = new Set(['mechanism', 'transition', 'condition', 'source']);

/** Where a record is read: at its own address, or by its history where it is only ever read among others. */
const addressOf = (type: RecordType, id: string): string =>
  OF_THEIR_OWN.has(type) ? `/v1/${type}s/${id}` : `/v1/records/${id}/history`;
