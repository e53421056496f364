import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Actor } from '@zvit/domain';
import { type Idempotency } from '@zvit/store';
import { CurrentActor, Key } from '../guard/request.decorator.js';
import { Allow } from '../guard/rules.decorator.js';
import { IssueToken } from './issue-token.js';
import { RevokeToken } from './revoke-token.js';
import { TokenReader } from './token.reader.js';
import { IssuedTokenDto, IssueTokenDto, TokenDto, TokensDto } from './tokens.dto.js';

/** Tokens by which programs act for a person. */
@Controller('tokens')
export class TokensController {
  constructor(
    private readonly tokens: TokenReader,
    private readonly issueToken: IssueToken,
    private readonly revokeToken: RevokeToken,
  ) {}

  /** One's own tokens. */
  @Get()
  @Allow('token.write')
  async list(@CurrentActor() actor: Actor): Promise<TokensDto> {
    const rows = await this.tokens.ofAccount(actor.account);
    return Object.assign(new TokensDto(), { items: rows.map((row) => TokenDto.from(row)), next: null });
  }

  /** Makes a token; its secret is shown this once. */
  @Post()
  @Allow('token.write')
  async issue(
    @CurrentActor() actor: Actor,
    @Body() wish: IssueTokenDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<IssuedTokenDto> {
    const { id, secret } = await this.issueToken.run(actor, wish, idempotency);
    const row = (await this.tokens.ofAccount(actor.account)).find((one) => one.id === id)!;
    return Object.assign(new IssuedTokenDto(), TokenDto.from(row), { secret });
  }

  /** Ends a token at once. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('token.write')
  async revoke(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.revokeToken.run(actor, id);
  }
}
