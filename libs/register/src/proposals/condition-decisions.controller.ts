import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, Key } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import { ReceiptDto, ReceiptInterceptor } from '@zvit/evidence';
import type { Idempotency, Receipt } from '@zvit/store';
import { ApproveProposal, EndProposal } from './decide-proposal.js';
import { ApprovalDto, DecisionReasonDto } from './decision.dto.js';

/** The second pair of eyes on conditions. */
@Controller('conditions')
@UseInterceptors(ReceiptInterceptor)
export class ConditionDecisionsController {
  constructor(
    private readonly approveProposal: ApproveProposal,
    private readonly endProposal: EndProposal,
  ) {}

  /** Approves what another person proposed, by the hash of what was read. It stands from then on. */
  @Post(':id/approval')
  @Allow('condition.approve')
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
  @Post(':id/rejection')
  @Allow('condition.approve')
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
  @Post(':id/withdrawal')
  @Allow('condition.propose')
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
