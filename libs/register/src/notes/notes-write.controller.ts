import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { Allow, CurrentActor, IfMatch, Key } from '@zvit/access';
import type { Actor } from '@zvit/domain';
import { BecauseDto, ReceiptDto, ReceiptInterceptor } from '@zvit/evidence';
import type { Idempotency, Receipt } from '@zvit/store';
import { AddRecord } from '../keeping/add-record.js';
import { RetractRecord } from '../keeping/retract-record.js';
import { ReviseRecord } from '../keeping/revise-record.js';
import { NOTE } from './note-content.js';
import { NoteWishDto, RevisedNoteDto } from './note-wish.dto.js';

@Controller()
@UseInterceptors(ReceiptInterceptor)
export class NotesWriteController {
  constructor(
    private readonly addRecord: AddRecord,
    private readonly reviseRecord: ReviseRecord,
    private readonly retractRecord: RetractRecord,
  ) {}

  /** Records an editor’s remark on a mechanism. */
  @Post('mechanisms/:id/notes')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  add(
    @CurrentActor() actor: Actor,
    @Param('id') mechanism: string,
    @Body() wish: NoteWishDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.addRecord.run(actor, NOTE, mechanism, wish, idempotency);
  }

  /** The note changed. The whole of it as it should read. */
  @Post('notes/:id/changes')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedNoteDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseRecord.run(actor, NOTE, id, wish, { verb: 'change', because, expected }, idempotency);
  }

  /** What was recorded of the note was wrong. The whole of it as it should read. */
  @Post('notes/:id/corrections')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  correct(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because, ...wish }: RevisedNoteDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.reviseRecord.run(actor, NOTE, id, wish, { verb: 'correct', because, expected }, idempotency);
  }

  /** Takes the note back. What was known before stays readable. */
  @Post('notes/:id/retraction')
  @Allow('register.write')
  @ApiCreatedResponse({ type: ReceiptDto })
  retract(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { because }: BecauseDto,
    @IfMatch() expected: number,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<Receipt> {
    return this.retractRecord.run(actor, NOTE, id, because, expected, idempotency);
  }
}
