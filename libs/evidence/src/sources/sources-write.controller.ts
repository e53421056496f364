import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, IfMatch, Key } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import type { Idempotency, Receipt } from '@zvit/store';
import { BecauseDto } from '../receipts/because.dto.js';
import { ReceiptDto } from '../receipts/receipt.dto.js';
import { ReceiptInterceptor } from '../receipts/receipt.interceptor.js';
import { AddSource } from './add-source.js';
import { RetractSource } from './retract-source.js';
import { ReviseSource } from './revise-source.js';
import { RevisedSourceDto, SourceWishDto } from './source-wish.dto.js';

@Controller('sources')
@UseInterceptors(ReceiptInterceptor)
export class SourcesWriteController {
  constructor(
    private readonly addSource: AddSource,
    private readonly reviseSource: ReviseSource,
    private readonly retractSource: RetractSource,
  ) {}

  /** Records a source, so that statements can rest on it. */
  @Post()
  @Allow('source.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  add(
    @CurrentActor() actor: Actor,
    @Body() wish: SourceWishDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.addSource.run(actor, wish, idempotency);
  }

  /** The source changed: a new address, a new date. The whole of it as it should read. */
  @Post(':id/changes')
  @Allow('source.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedSourceDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseSource.run(actor, id, wish, { verb: 'change', because, expected }, idempotency);
  }

  /** What was recorded of the source was wrong. The whole of it as it should read. */
  @Post(':id/corrections')
  @Allow('source.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedSourceDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseSource.run(actor, id, wish, { verb: 'correct', because, expected }, idempotency);
  }

  /** Takes the source back, once nothing rests on it. */
  @Post(':id/retraction')
  @Allow('source.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  retract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because }: BecauseDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.retractSource.run(actor, id, because, expected, idempotency);
  }
}
