import { Body, Controller, Get, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, Eyes, Key, RestsOn } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import { KnownQuery, ReceiptDto, ReceiptInterceptor } from '@zvit/evidence';
import type { Idempotency, Receipt, View } from '@zvit/store';
import { ConditionProposalsDto, ConditionWithProposalsDto } from './condition-proposals.dto.js';
import { ConditionProposalsReader } from './condition-proposals.reader.js';
import { ApproveProposal, EndProposal } from './decide-proposal.js';
import { ApprovalDto, DecisionReasonDto } from './decision.dto.js';

/** The second pair of eyes on conditions. */
@Controller()
export class ConditionDecisionsController {
  constructor(
    private readonly conditions: ConditionProposalsReader,
    private readonly approveProposal: ApproveProposal,
    private readonly endProposal: EndProposal,
  ) {}

  /** Everything that is or was proposed about a mechanism's conditions, in the order of proposing. */
  @Get('mechanisms/:id/condition-proposals')
  @Allow('record.read')
  @RestsOn('mechanism')
  of(@Eyes() view: View, @Param('id') id: string, @Query() _query: KnownQuery): Promise<ConditionProposalsDto> {
    return this.conditions.of(view, id);
  }

  /** One condition, with everything that was proposed about it. */
  @Get('conditions/:id')
  @Allow('record.read')
  @RestsOn('everything')
  one(@Eyes() view: View, @Param('id') id: string, @Query() _query: KnownQuery): Promise<ConditionWithProposalsDto> {
    return this.conditions.one(view, id);
  }

  /** Approves what another person proposed, by the hash of what was read. It stands from then on. */
  @Post('conditions/:id/approval')
  @Allow('condition.approve')
  @UseInterceptors(ReceiptInterceptor)
  @ApiCreatedResponse({ type: ReceiptDto })
  approve(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { contentHash }: ApprovalDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.approveProposal.run(actor, 'condition', id, contentHash, idempotency);
  }

  /** Rejects what another person proposed. */
  @Post('conditions/:id/rejection')
  @Allow('condition.approve')
  @UseInterceptors(ReceiptInterceptor)
  @ApiCreatedResponse({ type: ReceiptDto })
  reject(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: DecisionReasonDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.endProposal.reject(actor, 'condition', id, reason, idempotency);
  }

  /** Takes back one's own proposal. */
  @Post('conditions/:id/withdrawal')
  @Allow('condition.propose')
  @UseInterceptors(ReceiptInterceptor)
  @ApiCreatedResponse({ type: ReceiptDto })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: DecisionReasonDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.endProposal.withdraw(actor, 'condition', id, reason, idempotency);
  }
}
