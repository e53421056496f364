import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, IfMatch, Key } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import { BecauseDto, ReceiptDto, ReceiptInterceptor } from '@zvit/evidence';
import type { Idempotency, Receipt } from '@zvit/store';
import { AddParticipation } from './add-participation.js';
import { ParticipationWishDto, RecordedActDto, RevisedParticipationDto } from './participation-wish.dto.js';
import { RecordAct } from './record-act.js';
import { RetractParticipation } from './retract-participation.js';
import { ReviseParticipation } from './revise-participation.js';

@Controller()
@UseInterceptors(ReceiptInterceptor)
export class ParticipationsWriteController {
  constructor(
    private readonly addParticipation: AddParticipation,
    private readonly recordAct: RecordAct,
    private readonly reviseParticipation: ReviseParticipation,
    private readonly retractParticipation: RetractParticipation,
  ) {}

  /** Records that a party takes part in a mechanism, in one role, by its acts. */
  @Post('mechanisms/:id/participations')
  @Allow('participation.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  add(
    @CurrentActor() actor: Actor,
    @Param('id') mechanism: string,
    @Body() wish: ParticipationWishDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.addParticipation.run(actor, mechanism, wish, idempotency);
  }

  /** Records one more act of the party: withdrawal notified, left, joined again. Since, until and end follow from its date. */
  @Post('participations/:id/acts')
  @Allow('participation.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  act(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() wish: RecordedActDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.recordAct.run(actor, id, wish, expected, idempotency);
  }

  /** What is known of the participation changed. The whole of it as it should read. */
  @Post('participations/:id/changes')
  @Allow('participation.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedParticipationDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseParticipation.run(actor, id, wish, { verb: 'change', because, expected }, idempotency);
  }

  /** What was recorded of the participation was wrong. The whole of it as it should read. */
  @Post('participations/:id/corrections')
  @Allow('participation.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedParticipationDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseParticipation.run(actor, id, wish, { verb: 'correct', because, expected }, idempotency);
  }

  /** Takes the participation back. What was known before stays readable. */
  @Post('participations/:id/retraction')
  @Allow('participation.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  retract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because }: BecauseDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.retractParticipation.run(actor, id, because, expected, idempotency);
  }
}
