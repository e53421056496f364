import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, IfMatch, Key } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import { ReceiptDto, ReceiptInterceptor } from '@zvit/evidence';
import type { Idempotency, Receipt } from '@zvit/store';
import { ClassificationDto } from './classification.dto.js';
import { RaiseClass } from './raise-class.js';

/** Raises the class of a record: fewer people see it, at every moment. */
@Controller()
@UseInterceptors(ReceiptInterceptor)
export class ClassificationController {
  constructor(private readonly raiseClass: RaiseClass) {}

  /** Raises the class of a mechanism, and of all that hangs on it. */
  @Post('mechanisms/:id/classification')
  @Allow('record.classify')
  @ApiCreatedResponse({ type: ReceiptDto })
  mechanism(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wish: ClassificationDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.raiseClass.run(actor, 'mechanism', id, wish, expected, idempotency);
  }

  /** Raises the class of an event. */
  @Post('events/:id/classification')
  @Allow('record.classify')
  @ApiCreatedResponse({ type: ReceiptDto })
  event(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wish: ClassificationDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.raiseClass.run(actor, 'event', id, wish, expected, idempotency);
  }

  /** Raises the class of a participation. */
  @Post('participations/:id/classification')
  @Allow('record.classify')
  @ApiCreatedResponse({ type: ReceiptDto })
  participation(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wish: ClassificationDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.raiseClass.run(actor, 'participation', id, wish, expected, idempotency);
  }

  /** Raises the class of a condition. */
  @Post('conditions/:id/classification')
  @Allow('record.classify')
  @ApiCreatedResponse({ type: ReceiptDto })
  condition(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wish: ClassificationDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.raiseClass.run(actor, 'condition', id, wish, expected, idempotency);
  }

  /** Raises the class of a source on which nothing of a lower class rests. */
  @Post('sources/:id/classification')
  @Allow('record.classify')
  @ApiCreatedResponse({ type: ReceiptDto })
  source(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wish: ClassificationDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.raiseClass.run(actor, 'source', id, wish, expected, idempotency);
  }
}
