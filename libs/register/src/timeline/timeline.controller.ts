import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import type { View } from '@zvit/store';
import { TimelinePageDto } from './timeline.dto.js';
import { JointTimelineQuery, TimelineQuery } from './timeline-query.dto.js';
import { TimelineReader } from './timeline.reader.js';

@Controller()
export class TimelineController {
  constructor(private readonly timelines: TimelineReader) {}

  /** What happened in one mechanism, in order of time. */
  @Get('mechanisms/:id/timeline')
  @Allow('record.read')
  @RestsOn('mechanism')
  one(@Eyes() view: View, @Param('id') id: string, @Query() query: TimelineQuery): Promise<TimelinePageDto> {
    return this.timelines.ofOne(view, id, query);
  }

  /** What happened in several mechanisms, or in all, in order of time. */
  @Get('timeline')
  @Allow('record.read')
  @RestsOn('everything')
  several(@Eyes() view: View, @Query() query: JointTimelineQuery): Promise<TimelinePageDto> {
    return this.timelines.ofSeveral(view, query);
  }
}
