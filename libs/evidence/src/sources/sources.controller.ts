import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import type { View } from '@zvit/store';
import { RestingPageDto } from '../citations/resting.dto.js';
import { RestingReader } from '../citations/resting.reader.js';
import { KnownPageQuery, KnownQuery } from './known-page.dto.js';
import { SourceDto, SourcePageDto } from './source.dto.js';
import { SourceReader } from './source.reader.js';
import { SourcesQuery } from './sources-query.dto.js';

@Controller('sources')
export class SourcesController {
  constructor(
    private readonly sources: SourceReader,
    private readonly resting: RestingReader,
  ) {}

  /** Every source, or those of a type, with certain words, or on which something rests. */
  @Get()
  @Allow('record.read')
  @RestsOn('everything')
  list(@Eyes() view: View, @Query() query: SourcesQuery): Promise<SourcePageDto> {
    return this.sources.list(view, query);
  }

  /** One source, by the data's own name or by its opaque id. */
  @Get(':id')
  @Allow('record.read')
  @RestsOn('library')
  one(@Eyes() view: View, @Param('id') id: string, @Query() _query: KnownQuery): Promise<SourceDto> {
    return this.sources.one(view, id);
  }

  /** What rests on the source: every statement that cites it. */
  @Get(':id/citations')
  @Allow('record.read')
  @RestsOn('everything')
  statements(@Eyes() view: View, @Param('id') id: string, @Query() query: KnownPageQuery): Promise<RestingPageDto> {
    return this.resting.list(view, id, query);
  }
}
