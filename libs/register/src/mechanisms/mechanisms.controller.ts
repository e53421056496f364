import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, Eyes, RestsOn } from '@zvit/access';
import { MomentQuery } from '@zvit/platform';
import type { View } from '@zvit/store';
import { MechanismDto, MechanismPageDto } from './mechanism.dto.js';
import { MechanismReader } from './mechanism.reader.js';
import { MechanismsQuery } from './mechanisms-query.dto.js';
import { StatusOnDayDto } from './status.dto.js';

@Controller('mechanisms')
export class MechanismsController {
  constructor(private readonly mechanisms: MechanismReader) {}

  /** Every mechanism, or those of a kind, a status on a day, a party or with certain words. */
  @Get()
  @Allow('record.read')
  @RestsOn('everything')
  list(@Eyes() view: View, @Query() query: MechanismsQuery): Promise<MechanismPageDto> {
    return this.mechanisms.list(view, query);
  }

  /** One mechanism as a whole, by slug or opaque id. */
  @Get(':id')
  @Allow('record.read')
  @RestsOn('mechanism')
  one(@Eyes() view: View, @Param('id') id: string, @Query() _query: MomentQuery): Promise<MechanismDto> {
    return this.mechanisms.one(view, id);
  }

  /** The status of a mechanism on a day; its id is null before the first. */
  @Get(':id/status')
  @Allow('record.read')
  @RestsOn('mechanism')
  status(@Eyes() view: View, @Param('id') id: string, @Query() _query: MomentQuery): Promise<StatusOnDayDto> {
    return this.mechanisms.status(view, id);
  }
}
