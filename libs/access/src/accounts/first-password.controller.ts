import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Public } from '../guard/rules.decorator.js';
import { FirstPasswordDto } from './accounts.dto.js';
import { SetFirstPassword } from './first-password.js';

/** The only way into an account that an administrator has added. */
@Controller('first-password')
export class FirstPasswordController {
  constructor(private readonly setFirst: SetFirstPassword) {}

  /** Sets the first password of an account by its one-time link; the next step is to log in. */
  @Post()
  @HttpCode(204)
  @Public()
  async set(@Body() wish: FirstPasswordDto): Promise<void> {
    await this.setFirst.run(wish);
  }
}
