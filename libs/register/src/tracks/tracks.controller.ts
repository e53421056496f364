import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import { MomentPageQuery } from '@zvit/platform';
import type { View } from '@zvit/store';
import { TrackPageDto } from './track.dto.js';
import { TrackReader } from './track.reader.js';

@Controller('mechanisms')
export class TracksController {
  constructor(private readonly tracks: TrackReader) {}

  /** What runs in parallel under a mechanism, and whether its time has passed on a day. */
  @Get(':id/tracks')
  @Allow('record.read')
  @RestsOn('mechanism')
  list(@Eyes() view: View, @Param('id') id: string, @Query() query: MomentPageQuery): Promise<TrackPageDto> {
    return this.tracks.list(view, id, query);
  }
}
