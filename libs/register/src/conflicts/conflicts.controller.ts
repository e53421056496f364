import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import { KnownPageQuery } from '@zvit/evidence';
import type { View } from '@zvit/store';
import { ConflictPageDto } from './conflict.dto.js';
import { ConflictReader } from './conflict.reader.js';

@Controller('mechanisms')
export class ConflictsController {
  constructor(private readonly conflicts: ConflictReader) {}

  /** Where sources differ on a mechanism: every value with what it rests on. */
  @Get(':id/conflicts')
  @Allow('record.read')
  @RestsOn('mechanism')
  list(@Eyes() view: View, @Param('id') id: string, @Query() query: KnownPageQuery): Promise<ConflictPageDto> {
    return this.conflicts.list(view, id, query);
  }
}
