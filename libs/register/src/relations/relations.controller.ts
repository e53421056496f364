import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import { KnownPageQuery } from '@zvit/evidence';
import type { View } from '@zvit/store';
import { RelationPageDto } from './relation.dto.js';
import { RelationReader } from './relation.reader.js';

@Controller('mechanisms')
export class RelationsController {
  constructor(private readonly relations: RelationReader) {}

  /** How a mechanism stands to others, and others to it. */
  @Get(':id/relations')
  @Allow('record.read')
  @RestsOn('everything')
  list(@Eyes() view: View, @Param('id') id: string, @Query() query: KnownPageQuery): Promise<RelationPageDto> {
    return this.relations.list(view, id, query);
  }
}
