import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, IfMatch, Key } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import { BecauseDto, ReceiptDto, ReceiptInterceptor } from '@zvit/evidence';
import type { Idempotency, Receipt } from '@zvit/store';
import { AddEvent } from './add-event.js';
import { EventWishDto, RevisedEventDto } from './event-wish.dto.js';
import { RetractEvent } from './retract-event.js';
import { ReviseEvent } from './revise-event.js';

@Controller()
@UseInterceptors(ReceiptInterceptor)
export class EventsWriteController {
  constructor(
    private readonly addEvent: AddEvent,
    private readonly reviseEvent: ReviseEvent,
    private readonly retractEvent: RetractEvent,
  ) {}

  /** Records something that has happened under a mechanism. */
  @Post('mechanisms/:id/events')
  @Allow('event.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  add(
    @CurrentActor() actor: Actor,
    @Param('id') mechanism: string,
    @Body() wish: EventWishDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.addEvent.run(actor, mechanism, wish, idempotency);
  }

  /** What is known of the event changed. The whole of it as it should read. */
  @Post('events/:id/changes')
  @Allow('event.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedEventDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseEvent.run(actor, id, wish, { verb: 'change', because, expected }, idempotency);
  }

  /** What was recorded of the event was wrong. The whole of it as it should read. */
  @Post('events/:id/corrections')
  @Allow('event.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedEventDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseEvent.run(actor, id, wish, { verb: 'correct', because, expected }, idempotency);
  }

  /** Takes the event back. What was known before stays readable. */
  @Post('events/:id/retraction')
  @Allow('event.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  retract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because }: BecauseDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.retractEvent.run(actor, id, because, expected, idempotency);
  }
}
