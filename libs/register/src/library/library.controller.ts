import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import { KnownPageQuery, KnownQuery } from '@zvit/evidence';
import type { View } from '@zvit/store';
import { LifecycleDto, LifecyclePageDto } from './lifecycle.dto.js';
import { LifecycleReader } from './lifecycle.reader.js';
import { PartiesQuery, PartyDto, PartyPageDto } from './party.dto.js';
import { PartyReader } from './party.reader.js';
import { VocabularyDto, VocabularyPageDto } from './vocabulary.dto.js';
import { VocabularyReader } from './vocabulary.reader.js';

/** What all mechanisms lean on. Each is found by the data's own name or by its opaque id. */
@Controller()
export class LibraryController {
  constructor(
    private readonly partyReader: PartyReader,
    private readonly lifecycleReader: LifecycleReader,
    private readonly vocabularyReader: VocabularyReader,
  ) {}

  /** States and organisations. */
  @Get('parties')
  @Allow('record.read')
  @RestsOn('library')
  parties(@Eyes() view: View, @Query() query: PartiesQuery): Promise<PartyPageDto> {
    return this.partyReader.list(view, query);
  }

  @Get('parties/:id')
  @Allow('record.read')
  @RestsOn('library')
  party(@Eyes() view: View, @Param('id') id: string, @Query() _query: KnownQuery): Promise<PartyDto> {
    return this.partyReader.one(view, id);
  }

  /** Lifecycles with their statuses and lawful steps. */
  @Get('lifecycles')
  @Allow('record.read')
  @RestsOn('library')
  lifecycles(@Eyes() view: View, @Query() query: KnownPageQuery): Promise<LifecyclePageDto> {
    return this.lifecycleReader.list(view, query);
  }

  @Get('lifecycles/:id')
  @Allow('record.read')
  @RestsOn('library')
  lifecycle(@Eyes() view: View, @Param('id') id: string, @Query() _query: KnownQuery): Promise<LifecycleDto> {
    return this.lifecycleReader.one(view, id);
  }

  /** The closed vocabularies of the record. */
  @Get('vocabularies')
  @Allow('record.read')
  @RestsOn('library')
  vocabularies(@Eyes() view: View, @Query() query: KnownPageQuery): Promise<VocabularyPageDto> {
    return this.vocabularyReader.list(view, query);
  }

  @Get('vocabularies/:id')
  @Allow('record.read')
  @RestsOn('library')
  vocabulary(@Eyes() view: View, @Param('id') id: string, @Query() _query: KnownQuery): Promise<VocabularyDto> {
    return this.vocabularyReader.one(view, id);
  }
}
