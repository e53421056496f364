import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, IfMatch, Key } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import { BecauseDto, ReceiptDto, ReceiptInterceptor } from '@zvit/evidence';
import type { Idempotency, Receipt } from '@zvit/store';
import { AddRecord } from '../keeping/add-record.js';
import { RetractRecord } from '../keeping/retract-record.js';
import { ReviseRecord } from '../keeping/revise-record.js';
import { FORECAST } from './forecast-content.js';
import { ForecastWishDto, RevisedForecastDto } from './forecast-wish.dto.js';

@Controller()
@UseInterceptors(ReceiptInterceptor)
export class ForecastsWriteController {
  constructor(
    private readonly addRecord: AddRecord,
    private readonly reviseRecord: ReviseRecord,
    private readonly retractRecord: RetractRecord,
  ) {}

  /** Records what someone said would happen. */
  @Post('mechanisms/:id/forecasts')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  add(
    @CurrentActor() actor: Actor,
    @Param('id') mechanism: string,
    @Body() wish: ForecastWishDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.addRecord.run(actor, FORECAST, mechanism, wish, idempotency);
  }

  /** Something became of the forecast: an event met it, it was missed, or overtaken. The whole of it as it should read. */
  @Post('forecasts/:id/changes')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedForecastDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseRecord.run(actor, FORECAST, id, wish, { verb: 'change', because, expected }, idempotency);
  }

  /** What was recorded of the forecast was wrong. The whole of it as it should read. */
  @Post('forecasts/:id/corrections')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedForecastDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseRecord.run(actor, FORECAST, id, wish, { verb: 'correct', because, expected }, idempotency);
  }

  /** Takes the forecast back. What was known before stays readable. */
  @Post('forecasts/:id/retraction')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  retract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because }: BecauseDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.retractRecord.run(actor, FORECAST, id, because, expected, idempotency);
  }
}
