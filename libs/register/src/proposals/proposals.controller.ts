import { Controller, Get, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import type { View } from '@zvit/store';
import { ProposalPageDto } from './proposal.dto.js';
import { ProposalReader } from './proposal.reader.js';
import { ProposalsQuery } from './proposals-query.dto.js';

/** The review queue. */
@Controller('proposals')
export class ProposalsController {
  constructor(private readonly proposals: ProposalReader) {}

  /** What waits for a second pair of eyes, or waited, in the order of proposing. Each is decided at the address of its record. */
  @Get()
  @Allow('record.read')
  @RestsOn('everything', { personal: true })
  list(@Eyes() view: View, @Query() query: ProposalsQuery): Promise<ProposalPageDto> {
    return this.proposals.list(view, query);
  }
}
