import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, IfMatch, Key } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import { BecauseDto, ReceiptDto, ReceiptInterceptor } from '@zvit/evidence';
import type { Idempotency, Receipt } from '@zvit/store';
import { AddRecord } from '../keeping/add-record.js';
import { RetractRecord } from '../keeping/retract-record.js';
import { ReviseRecord } from '../keeping/revise-record.js';
import { MECHANISM } from './mechanism-content.js';
import { MechanismWishDto, RevisedMechanismDto } from './mechanism-wish.dto.js';

@Controller()
@UseInterceptors(ReceiptInterceptor)
export class MechanismsWriteController {
  constructor(
    private readonly addRecord: AddRecord,
    private readonly reviseRecord: ReviseRecord,
    private readonly retractRecord: RetractRecord,
  ) {}

  /** Records a mechanism. Its first status is proposed as its first step. */
  @Post('mechanisms')
  @Allow('mechanism.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  add(
    @CurrentActor() actor: Actor,
    @Body() wish: MechanismWishDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.addRecord.run(actor, MECHANISM, null, wish, idempotency);
  }

  /** The mechanism changed: another seat, another name. The whole of it as it should read. */
  @Post('mechanisms/:id/changes')
  @Allow('mechanism.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedMechanismDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseRecord.run(actor, MECHANISM, id, wish, { verb: 'change', because, expected }, idempotency);
  }

  /** What was recorded of the mechanism was wrong. The whole of it as it should read. */
  @Post('mechanisms/:id/corrections')
  @Allow('mechanism.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedMechanismDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseRecord.run(actor, MECHANISM, id, wish, { verb: 'correct', because, expected }, idempotency);
  }

  /** Takes the mechanism back. Nothing may stand under it any more. */
  @Post('mechanisms/:id/retraction')
  @Allow('mechanism.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  retract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because }: BecauseDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.retractRecord.run(actor, MECHANISM, id, because, expected, idempotency);
  }
}
