import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, IfMatch, Key } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import { BecauseDto, ReceiptDto, ReceiptInterceptor } from '@zvit/evidence';
import type { Idempotency, Receipt } from '@zvit/store';
import { AddCondition } from './add-condition.js';
import { ConditionWishDto, RevisedConditionDto, SettlementDto } from './write-condition.dto.js';
import { RetractCondition } from './retract-condition.js';
import { ReviseCondition } from './revise-condition.js';
import { SettleCondition } from './settle-condition.js';

@Controller()
@UseInterceptors(ReceiptInterceptor)
export class ConditionsWriteController {
  constructor(
    private readonly addCondition: AddCondition,
    private readonly reviseCondition: ReviseCondition,
    private readonly settleCondition: SettleCondition,
    private readonly retractCondition: RetractCondition,
  ) {}

  /** Records a condition. The mechanism’s own, and settled ones, become proposals: see `state` of the answer. */
  @Post('mechanisms/:id/conditions')
  @Allow('condition.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  add(
    @CurrentActor() actor: Actor,
    @Param('id') mechanism: string,
    @Body() wish: ConditionWishDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.addCondition.run(actor, mechanism, wish, idempotency);
  }

  /** Records that the condition was met, waived, or failed. Always a proposal: steps and support come to rest on it. */
  @Post('conditions/:id/settlement')
  @Allow('condition.propose')
  @ApiCreatedResponse({ type: ReceiptDto })
  settle(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wish: SettlementDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.settleCondition.run(actor, id, wish, expected, idempotency);
  }

  /** The condition changed. The whole of it as it should read. */
  @Post('conditions/:id/changes')
  @Allow('condition.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedConditionDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseCondition.run(actor, id, wish, { verb: 'change', because, expected }, idempotency);
  }

  /** What was recorded of the condition was wrong. The whole of it as it should read. */
  @Post('conditions/:id/corrections')
  @Allow('condition.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedConditionDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseCondition.run(actor, id, wish, { verb: 'correct', because, expected }, idempotency);
  }

  /** Takes the condition back. What was known before stays readable. */
  @Post('conditions/:id/retraction')
  @Allow('condition.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  retract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because }: BecauseDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.retractCondition.run(actor, id, because, expected, idempotency);
  }
}
