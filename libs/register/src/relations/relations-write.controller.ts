import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, IfMatch, Key } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import { BecauseDto, ReceiptDto, ReceiptInterceptor } from '@zvit/evidence';
import type { Idempotency, Receipt } from '@zvit/store';
import { AddRecord } from '../keeping/add-record.js';
import { RetractRecord } from '../keeping/retract-record.js';
import { ReviseRecord } from '../keeping/revise-record.js';
import { RELATION } from './relation-content.js';
import { RelationWishDto, RevisedRelationDto } from './relation-wish.dto.js';

@Controller()
@UseInterceptors(ReceiptInterceptor)
export class RelationsWriteController {
  constructor(
    private readonly addRecord: AddRecord,
    private readonly reviseRecord: ReviseRecord,
    private readonly retractRecord: RetractRecord,
  ) {}

  /** Records how a mechanism stands to another. */
  @Post('mechanisms/:id/relations')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  add(
    @CurrentActor() actor: Actor,
    @Param('id') mechanism: string,
    @Body() wish: RelationWishDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.addRecord.run(actor, RELATION, mechanism, wish, idempotency);
  }

  /** The relation changed. The whole of it as it should read. */
  @Post('relations/:id/changes')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedRelationDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseRecord.run(actor, RELATION, id, wish, { verb: 'change', because, expected }, idempotency);
  }

  /** What was recorded of the relation was wrong. The whole of it as it should read. */
  @Post('relations/:id/corrections')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedRelationDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseRecord.run(actor, RELATION, id, wish, { verb: 'correct', because, expected }, idempotency);
  }

  /** Takes the relation back. What was known before stays readable. */
  @Post('relations/:id/retraction')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  retract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because }: BecauseDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.retractRecord.run(actor, RELATION, id, because, expected, idempotency);
  }
}
