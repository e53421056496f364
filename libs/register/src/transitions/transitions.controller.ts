import { Body, Controller, Get, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, Eyes, IfMatch, Key, RestsOn } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import { BecauseDto, KnownQuery, ReceiptDto, ReceiptInterceptor } from '@zvit/evidence';
import { MomentQuery } from '@zvit/platform';
import type { Idempotency, Receipt, View } from '@zvit/store';
import { ProposeCorrection, ProposeRetraction } from './propose-correction.js';
import { ProposeTransition } from './propose-transition.js';
import { CorrectedStepDto, StepWishDto } from './step-wish.dto.js';
import { TransitionsDto, TransitionWithProposalsDto } from './transitions.dto.js';
import { TransitionsReader } from './transitions.reader.js';

@Controller()
export class TransitionsController {
  constructor(
    private readonly transitions: TransitionsReader,
    private readonly proposeTransition: ProposeTransition,
    private readonly proposeCorrection: ProposeCorrection,
    private readonly proposeRetraction: ProposeRetraction,
  ) {}

  /** The status on a day, every next step with all that stands against it, and all steps and proposals. */
  @Get('mechanisms/:id/transitions')
  @Allow('record.read')
  @RestsOn('mechanism')
  of(@Eyes() view: View, @Param('id') id: string, @Query() _query: MomentQuery): Promise<TransitionsDto> {
    return this.transitions.of(view, id);
  }

  /** One step, with everything that was proposed about it. */
  @Get('transitions/:id')
  @Allow('record.read')
  @RestsOn('everything')
  one(@Eyes() view: View, @Param('id') id: string, @Query() _query: KnownQuery): Promise<TransitionWithProposalsDto> {
    return this.transitions.one(view, id);
  }

  /** Proposes that the mechanism's status moved. Nothing moves until another person approves. */
  @Post('mechanisms/:id/transitions')
  @Allow('transition.propose')
  @UseInterceptors(ReceiptInterceptor)
  @ApiCreatedResponse({ type: ReceiptDto })
  propose(
    @CurrentActor() actor: Actor,
    @Param('id') mechanism: string,
    @Body() wish: StepWishDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.proposeTransition.run(actor, mechanism, wish, idempotency);
  }

  /** Proposes what a recorded step should have said. The whole of it as it should read. */
  @Post('transitions/:id/corrections')
  @Allow('transition.propose')
  @UseInterceptors(ReceiptInterceptor)
  @ApiCreatedResponse({ type: ReceiptDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: CorrectedStepDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.proposeCorrection.run(actor, id, wish, because, expected, idempotency);
  }

  /** Proposes that a recorded step is taken back. */
  @Post('transitions/:id/retraction')
  @Allow('transition.propose')
  @UseInterceptors(ReceiptInterceptor)
  @ApiCreatedResponse({ type: ReceiptDto })
  retract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because }: BecauseDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.proposeRetraction.run(actor, id, because, expected, idempotency);
  }
}
