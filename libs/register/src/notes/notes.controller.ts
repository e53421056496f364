import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import { KnownPageQuery } from '@zvit/evidence';
import type { View } from '@zvit/store';
import { NotePageDto } from './note.dto.js';
import { NoteReader } from './note.reader.js';

@Controller('mechanisms')
export class NotesController {
  constructor(private readonly notes: NoteReader) {}

  /** Editors' remarks on a mechanism. */
  @Get(':id/notes')
  @Allow('record.read')
  @RestsOn('mechanism')
  list(@Eyes() view: View, @Param('id') id: string, @Query() query: KnownPageQuery): Promise<NotePageDto> {
    return this.notes.list(view, id, query);
  }
}
