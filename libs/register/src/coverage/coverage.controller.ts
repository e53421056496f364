import { Controller, Get, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import type { View } from '@zvit/store';
import { CoveragePageDto, UncoveredPageDto } from './coverage.dto.js';
import { CoverageReader } from './coverage.reader.js';
import { CoverageQuery, UncoveredQuery } from './coverage-query.dto.js';
import { UncoveredReader } from './uncovered.reader.js';

/** How well what is stated is attested. */
@Controller('coverage')
export class CoverageController {
  constructor(
    private readonly coverage: CoverageReader,
    private readonly uncovered: UncoveredReader,
  ) {}

  /** Statements counted by what they rest on, over all and per mechanism. */
  @Get()
  @Allow('record.read')
  @RestsOn('everything')
  counts(@Eyes() view: View, @Query() query: CoverageQuery): Promise<CoveragePageDto> {
    return this.coverage.counts(view, query);
  }

  /** The statements that lack something, in the order in which they were recorded. */
  @Get('statements')
  @Allow('record.read')
  @RestsOn('everything')
  statements(@Eyes() view: View, @Query() query: UncoveredQuery): Promise<UncoveredPageDto> {
    return this.uncovered.list(view, query);
  }
}
