import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import type { View } from '@zvit/store';
import { ForecastPageDto } from './forecast.dto.js';
import { ForecastReader } from './forecast.reader.js';
import { ForecastsQuery } from './forecasts-query.dto.js';

@Controller()
export class ForecastsController {
  constructor(private readonly forecasts: ForecastReader) {}

  /** What was foreseen for one mechanism; what is due comes first. */
  @Get('mechanisms/:id/forecasts')
  @Allow('record.read')
  @RestsOn('mechanism')
  ofOne(@Eyes() view: View, @Param('id') id: string, @Query() query: ForecastsQuery): Promise<ForecastPageDto> {
    return this.forecasts.list(view, id, query);
  }

  /** What was foreseen for any mechanism; what is due comes first. */
  @Get('forecasts')
  @Allow('record.read')
  @RestsOn('everything')
  ofAll(@Eyes() view: View, @Query() query: ForecastsQuery): Promise<ForecastPageDto> {
    return this.forecasts.list(view, undefined, query);
  }
}
