import { Body, Controller, Post } from '@nestjs/common';
import { Public } from '../guard/rules.decorator.js';
import { FirstAdministratorDto, NewAdministratorDto } from './accounts.dto.js';
import { MakeFirstAdministrator } from './first-administrator.js';

/** The only way into an empty installation. */
@Controller('first-administrator')
export class FirstAdministratorController {
  constructor(private readonly makeFirst: MakeFirstAdministrator) {}

  /** Makes the first administrator by the one-time link that the server printed. */
  @Post()
  @Public()
  async make(@Body() wish: FirstAdministratorDto): Promise<NewAdministratorDto> {
    const { id } = await this.makeFirst.run(wish);
    return Object.assign(new NewAdministratorDto(), { account: id });
  }
}
