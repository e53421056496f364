import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { type Actor, Refusal } from '@zvit/domain';
import { type HttpReply } from '@zvit/platform';
import { Store } from '@zvit/store';
import { SetPassword } from '../accounts/set-password.js';
import { actorOf, type Asked, headerOf } from '../guard/asked.js';
import { CurrentActor } from '../guard/request.decorator.js';
import { Allow, Public } from '../guard/rules.decorator.js';
import { sha256 } from '../secrets.js';
import { inPerson } from './in-person.js';
import { LogIn } from './log-in.js';
import { SessionCookie } from './session-cookie.js';
import { endSession, Sessions } from './sessions.js';
import { LogInDto, OwnSessionDto, OwnSessionsDto, SessionDto, SetPasswordDto } from './sessions.dto.js';
import { WhoReader } from './who.reader.js';

/** Logging in and out. */
@Controller()
export class SessionsController {
  constructor(
    private readonly store: Store,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly logIn: LogIn,
    private readonly setPassword: SetPassword,
    private readonly who: WhoReader,
  ) {}

  /** Logs in: the answer sets the cookie of a new session, and the session that the browser had ends. */
  @Post('session')
  @Public()
  async open(
    @Body() { username, password }: LogInDto,
    @Req() request: Asked,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<SessionDto> {
    const idHash = this.current(request);
    const account = actorOf(request)?.account;
    const before = idHash !== undefined && account !== undefined ? { account, idHash } : undefined;
    const { actor, secret } = await this.logIn.run({ username, password, address: request.ip, before });
    reply.header('Set-Cookie', this.cookie.set(secret));
    return SessionDto.from(await this.who.of(actor));
  }

  /** Who is logged in, and what they may do. */
  @Get('session')
  @Allow('session.own')
  async show(@CurrentActor() actor: Actor): Promise<SessionDto> {
    return SessionDto.from(await this.who.of(actor));
  }

  /** Logs out. */
  @Delete('session')
  @HttpCode(204)
  @Allow('session.own')
  async close(
    @CurrentActor() actor: Actor,
    @Req() request: Asked,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<void> {
    await this.end(actor, this.current(request) ?? '');
    reply.header('Set-Cookie', this.cookie.clear());
  }

  /** Where one is logged in. */
  @Get('sessions')
  @Allow('session.own')
  async list(@CurrentActor() actor: Actor, @Req() request: Asked): Promise<OwnSessionsDto> {
    const rows = await this.sessions.ofAccount(actor.account);
    const items = rows.map((row) => OwnSessionDto.from(row, this.current(request)));
    return Object.assign(new OwnSessionsDto(), { items, next: null });
  }

  /** Ends one of one's own sessions. */
  @Delete('sessions/:id')
  @HttpCode(204)
  @Allow('session.own')
  async revoke(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    if (!(await this.end(actor, id))) throw new Refusal('not-found', 'You have no such session.');
  }

  /** Gives oneself another password; all other sessions end. */
  @Put('session/password')
  @HttpCode(204)
  @Allow('session.own')
  async change(@CurrentActor() actor: Actor, @Body() wish: SetPasswordDto, @Req() request: Asked): Promise<void> {
    await this.setPassword.run(actor, wish, this.current(request));
  }

  private end(actor: Actor, idHash: string): Promise<boolean> {
    inPerson(actor);
    return this.store.write(actor, (tx) => endSession(tx, actor.person, actor.account, idHash));
  }

  /** Hash of the session whose cookie came with the request. */
  private current(request: Asked): string | undefined {
    const secret = this.cookie.read(headerOf(request, 'cookie'));
    return secret === undefined ? undefined : sha256(secret);
  }
}
