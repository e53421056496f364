import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, IfMatch, Key } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import { BecauseDto, ReceiptDto, ReceiptInterceptor } from '@zvit/evidence';
import type { Idempotency, Receipt } from '@zvit/store';
import { AddRecord } from '../keeping/add-record.js';
import { RetractRecord } from '../keeping/retract-record.js';
import { ReviseRecord } from '../keeping/revise-record.js';
import { CONFLICT } from './conflict-content.js';
import { ConflictWishDto, RevisedConflictDto } from './conflict-wish.dto.js';

@Controller()
@UseInterceptors(ReceiptInterceptor)
export class ConflictsWriteController {
  constructor(
    private readonly addRecord: AddRecord,
    private readonly reviseRecord: ReviseRecord,
    private readonly retractRecord: RetractRecord,
  ) {}

  /** Records that sources differ. */
  @Post('mechanisms/:id/conflicts')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  add(
    @CurrentActor() actor: Actor,
    @Param('id') mechanism: string,
    @Body() wish: ConflictWishDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.addRecord.run(actor, CONFLICT, mechanism, wish, idempotency);
  }

  /** More is known of the conflict: another value, another preference. The whole of it as it should read. */
  @Post('conflicts/:id/changes')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedConflictDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseRecord.run(actor, CONFLICT, id, wish, { verb: 'change', because, expected }, idempotency);
  }

  /** What was recorded of the conflict was wrong. The whole of it as it should read. */
  @Post('conflicts/:id/corrections')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedConflictDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseRecord.run(actor, CONFLICT, id, wish, { verb: 'correct', because, expected }, idempotency);
  }

  /** Takes the conflict back. What was known before stays readable. */
  @Post('conflicts/:id/retraction')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  retract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because }: BecauseDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.retractRecord.run(actor, CONFLICT, id, because, expected, idempotency);
  }
}
