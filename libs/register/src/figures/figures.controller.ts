import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import type { View } from '@zvit/store';
import { FigurePageDto, FiguresQuery } from './figure.dto.js';
import { FigureReader } from './figure.reader.js';

@Controller('mechanisms')
export class FiguresController {
  constructor(private readonly figures: FigureReader) {}

  /** Numbers that sources give for a mechanism, series after series. */
  @Get(':id/figures')
  @Allow('record.read')
  @RestsOn('mechanism')
  list(@Eyes() view: View, @Param('id') id: string, @Query() query: FiguresQuery): Promise<FigurePageDto> {
    return this.figures.list(view, id, query);
  }
}
