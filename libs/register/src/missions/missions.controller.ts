import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import { KnownPageQuery } from '@zvit/evidence';
import type { View } from '@zvit/store';
import { MissionPageDto } from './mission.dto.js';
import { MissionReader } from './mission.reader.js';

@Controller('mechanisms')
export class MissionsController {
  constructor(private readonly missions: MissionReader) {}

  /** The numbered missions of a mechanism. */
  @Get(':id/missions')
  @Allow('record.read')
  @RestsOn('mechanism')
  list(@Eyes() view: View, @Param('id') id: string, @Query() query: KnownPageQuery): Promise<MissionPageDto> {
    return this.missions.list(view, id, query);
  }
}
