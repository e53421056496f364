import { Controller, Get, Query } from '@nestjs/common';
import { PageQuery } from '@zvit/platform';
import { Allow } from '../guard/rules.decorator.js';
import { JournalDto } from './journal.dto.js';
import { JournalReader } from './journal.reader.js';

/** Who came, who was refused, who read what is confidential. */
@Controller('access-journal')
export class JournalController {
  constructor(private readonly journal: JournalReader) {}

  /** The access journal, the newest row first. */
  @Get()
  @Allow('journal.read')
  async list(@Query() query: PageQuery): Promise<JournalDto> {
    return this.journal.page(query);
  }
}
