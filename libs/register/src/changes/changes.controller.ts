import { Controller, Get, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import type { View } from '@zvit/store';
import { ChangePageDto } from './changes.dto.js';
import { ChangesQuery } from './changes-query.dto.js';
import { ChangesReader } from './changes.reader.js';

@Controller('changes')
export class ChangesController {
  constructor(private readonly changes: ChangesReader) {}

  /** What became of each record between two moments of knowledge, newest first, or between two days in the world. */
  @Get()
  @Allow('record.read')
  @RestsOn('everything')
  list(@Eyes() view: View, @Query() query: ChangesQuery): Promise<ChangePageDto> {
    return this.changes.list(view, query);
  }
}
