import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, IfMatch, Key } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import { BecauseDto, ReceiptDto, ReceiptInterceptor } from '@zvit/evidence';
import type { Idempotency, Receipt } from '@zvit/store';
import { AddRecord } from '../keeping/add-record.js';
import { RetractRecord } from '../keeping/retract-record.js';
import { ReviseRecord } from '../keeping/revise-record.js';
import { FIGURE } from './figure-content.js';
import { FigureWishDto, RevisedFigureDto } from './figure-wish.dto.js';

@Controller()
@UseInterceptors(ReceiptInterceptor)
export class FiguresWriteController {
  constructor(
    private readonly addRecord: AddRecord,
    private readonly reviseRecord: ReviseRecord,
    private readonly retractRecord: RetractRecord,
  ) {}

  /** Records a number that a source gives for a date. */
  @Post('mechanisms/:id/figures')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  add(
    @CurrentActor() actor: Actor,
    @Param('id') mechanism: string,
    @Body() wish: FigureWishDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.addRecord.run(actor, FIGURE, mechanism, wish, idempotency);
  }

  /** The figure changed. The whole of it as it should read. */
  @Post('figures/:id/changes')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedFigureDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseRecord.run(actor, FIGURE, id, wish, { verb: 'change', because, expected }, idempotency);
  }

  /** What was recorded of the figure was wrong. The whole of it as it should read. */
  @Post('figures/:id/corrections')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedFigureDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseRecord.run(actor, FIGURE, id, wish, { verb: 'correct', because, expected }, idempotency);
  }

  /** Takes the figure back. What was known before stays readable. */
  @Post('figures/:id/retraction')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  retract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because }: BecauseDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.retractRecord.run(actor, FIGURE, id, because, expected, idempotency);
  }
}
