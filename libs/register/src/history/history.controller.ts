import { Controller, Get, Headers, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import { Refusal } from '@zvit/domain';
import { KnownQuery } from '@zvit/evidence';
import type { HttpReply, HttpRequest } from '@zvit/platform';
import { FOREVER, type View } from '@zvit/store';
import { EntryDto, HistoryPageDto } from './history.dto.js';
import { HistoryQuery, WholeHistoryQuery } from './history-query.dto.js';
import { HistoryReader } from './history.reader.js';
import { TakeHistory } from './take-history.js';
import { wantedFormat } from './wanted-format.js';

const asText = { schema: { type: 'string' } } as const;

@Controller()
@ApiExtraModels(HistoryPageDto)
export class HistoryController {
  constructor(
    private readonly history: HistoryReader,
    private readonly take: TakeHistory,
  ) {}

  /** All acts, newest first; as application/x-ndjson or text/csv the whole of it in one go, oldest first. */
  @Get('history')
  @Allow('history.read')
  @RestsOn('everything')
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(HistoryPageDto) } },
      'application/x-ndjson': asText,
      'text/csv': asText,
    },
  })
  async whole(
    @Eyes() view: View,
    @Query() query: WholeHistoryQuery,
    @Headers('accept') accept: string | undefined,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<HistoryPageDto | StreamableFile> {
    const format = wantedFormat(accept);
    // HEAD asks about the list and takes nothing away.
    if (format === 'page' || request.method === 'HEAD') return this.history.whole(view, query);
    const taken = await this.take.run(view, query, format);
    // To take the history away is an act each time; no cache may answer for it.
    reply.removeHeader('ETag');
    reply.header('Cache-Control', 'no-store').header('Zvit-Rows', taken.rows);
    return new StreamableFile(taken.stream, {
      type: taken.mediaType,
      disposition: `attachment; filename="history-${view.seq}.${format}"`,
    });
  }

  /** One entry in full, with the exact bytes that were hashed. */
  @Get('history/:seq')
  @Allow('history.read')
  @RestsOn('everything')
  entry(@Eyes() view: View, @Param('seq') seq: string, @Query() _query: KnownQuery): Promise<EntryDto> {
    return this.history.entry(view, positionFrom(seq));
  }

  /** What was done to a mechanism and all that is its own, newest first. */
  @Get('mechanisms/:id/history')
  @Allow('history.read')
  @RestsOn('mechanism')
  ofMechanism(@Eyes() view: View, @Param('id') id: string, @Query() query: HistoryQuery): Promise<HistoryPageDto> {
    return this.history.ofMechanism(view, id, query);
  }

  /** What was done to any record, by its opaque id, newest first. */
  @Get('records/:id/history')
  @Allow('history.read')
  @RestsOn('everything')
  ofRecord(@Eyes() view: View, @Param('id') id: string, @Query() query: HistoryQuery): Promise<HistoryPageDto> {
    return this.history.ofRecord(view, id, query);
  }
}

/** A position of the ledger as an address names it: digits alone, and no more than the ledger can ever have. */
function positionFrom(text: string): number {
  const seq = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(seq < FOREVER)) throw new Refusal('not-found', 'There is no such entry.');
  return seq;
}
