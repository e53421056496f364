import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import type { View } from '@zvit/store';
import { ParticipantPageDto } from './participant.dto.js';
import { ParticipantReader } from './participant.reader.js';
import { ParticipantsQuery } from './participants-query.dto.js';

@Controller('mechanisms')
export class ParticipantsController {
  constructor(private readonly participants: ParticipantReader) {}

  /** Who takes part in a mechanism on a day, and how surely. */
  @Get(':id/participants')
  @Allow('record.read')
  @RestsOn('mechanism')
  list(@Eyes() view: View, @Param('id') id: string, @Query() query: ParticipantsQuery): Promise<ParticipantPageDto> {
    return this.participants.list(view, id, query);
  }
}
