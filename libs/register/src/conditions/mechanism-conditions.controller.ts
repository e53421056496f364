import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import { KnownPageQuery } from '@zvit/evidence';
import type { View } from '@zvit/store';
import { ConditionPageDto } from './condition.dto.js';
import { ConditionReader } from './condition.reader.js';

@Controller('mechanisms')
export class MechanismConditionsController {
  constructor(private readonly conditions: ConditionReader) {}

  /** What a mechanism's steps, or a state's support of it, depend on, with counted progress. */
  @Get(':id/conditions')
  @Allow('record.read')
  @RestsOn('mechanism')
  list(@Eyes() view: View, @Param('id') id: string, @Query() query: KnownPageQuery): Promise<ConditionPageDto> {
    return this.conditions.list(view, id, query);
  }
}
