import { Module } from '@nestjs/common';
import { RestingReader } from './citations/resting.reader.js';
import { SourceReader } from './sources/source.reader.js';
import { SourcesController } from './sources/sources.controller.js';
import { SOURCE_WRITING } from './sources/writing.js';

/** Why anything is believed: sources and what rests on them. */
@Module({
  controllers: [SourcesController, ...SOURCE_WRITING.controllers],
  providers: [SourceReader, RestingReader, ...SOURCE_WRITING.acts],
})
export class EvidenceModule {}
