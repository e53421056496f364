import { Module } from '@nestjs/common';
import { RestingReader } from './citations/resting.reader.js';
import { SourceReader } from './sources/source.reader.js';
import { SourcesController } from './sources/sources.controller.js';

/** Why anything is believed: sources and what rests on them. */
@Module({ controllers: [SourcesController], providers: [SourceReader, RestingReader] })
export class EvidenceModule {}
