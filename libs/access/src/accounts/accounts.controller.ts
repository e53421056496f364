import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { type Actor, Refusal } from '@zvit/domain';
import { MomentPageQuery, MomentQuery } from '@zvit/platform';
import { type Idempotency, Store, type View, viewOf } from '@zvit/store';
import { CurrentActor, IfMatch, Key } from '../guard/request.decorator.js';
import { Allow } from '../guard/rules.decorator.js';
import { Eyes, RestsOn } from '../reading/rests-on.decorator.js';
import { AccountReader } from './account.reader.js';
import {
  AccountDto,
  AccountsDto,
  AddAccountDto,
  AddedAccountDto,
  ApproveAccountDto,
  ChangeRolesDto,
  ChangeStateDto,
  EndProposalDto,
  InvitationDto,
} from './accounts.dto.js';
import { AddAccount } from './add-account.js';
import { ChangeRoles } from './change-roles.js';
import { ChangeState } from './change-state.js';
import { InviteAccount } from './invite-account.js';
import { DecideChange } from './decide-change.js';

/** People's accounts and what they may do. */
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly store: Store,
    private readonly accounts: AccountReader,
    private readonly addAccount: AddAccount,
    private readonly changeRoles: ChangeRoles,
    private readonly changeState: ChangeState,
    private readonly inviteAccount: InviteAccount,
    private readonly decideChange: DecideChange,
  ) {}

  /** All accounts, by user name. */
  @Get()
  @Allow('account.read')
  @RestsOn('people')
  async list(@Eyes() view: View, @Query() query: MomentPageQuery): Promise<AccountsDto> {
    return AccountsDto.from(await this.accounts.list(view, query));
  }

  /** One account. */
  @Get(':id')
  @Allow('account.read')
  @RestsOn('people')
  async one(@Eyes() view: View, @Param('id') id: string, @Query() _moment: MomentQuery): Promise<AccountDto> {
    return this.answer(view, id);
  }

  /** Adds an account; `invitation` is the link to its first password. Roles of editor, approver and administrator wait for a second administrator where there is one: see `proposal`. */
  @Post()
  @Allow('account.write')
  async add(
    @CurrentActor() actor: Actor,
    @Body() wish: AddAccountDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<AddedAccountDto> {
    const { id, invitation } = await this.addAccount.run(actor, wish, idempotency);
    return Object.assign(new AddedAccountDto(), await this.now(actor, id), { invitation });
  }

  /** Makes another link to the first password of an account that has none yet; links made before hold no more. */
  @Post(':id/invitation')
  @Allow('account.write')
  async invite(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<InvitationDto> {
    return Object.assign(new InvitationDto(), await this.inviteAccount.run(actor, id));
  }

  /** Gives an account other roles, or proposes to: see `proposal`. */
  @Put(':id/roles')
  @Allow('account.write')
  async setRoles(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { roles, reason }: ChangeRolesDto,
  ): Promise<AccountDto> {
    await this.changeRoles.run(actor, id, { roles, reason, version });
    return this.now(actor, id);
  }

  /** Disables an account or enables it again, or proposes to: see `proposal`. */
  @Put(':id/state')
  @Allow('account.write')
  async setState(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { state, reason }: ChangeStateDto,
  ): Promise<AccountDto> {
    await this.changeState.run(actor, id, { state, reason, version });
    return this.now(actor, id);
  }

  /** Agrees to what is proposed, as another administrator than who proposed them. */
  @Post(':id/approval')
  @Allow('account.approve')
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { contentHash }: ApproveAccountDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<AccountDto> {
    await this.decideChange.approve(actor, id, contentHash, idempotency);
    return this.now(actor, id);
  }

  /** Refuses what is proposed, as another administrator than who proposed them. */
  @Post(':id/rejection')
  @Allow('account.approve')
  async reject(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: EndProposalDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<AccountDto> {
    await this.decideChange.reject(actor, id, reason, idempotency);
    return this.now(actor, id);
  }

  /** Takes one's own proposal back. */
  @Post(':id/withdrawal')
  @Allow('account.write')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: EndProposalDto,
    @Key() idempotency: Idempotency | undefined,
  ): Promise<AccountDto> {
    await this.decideChange.withdraw(actor, id, reason, idempotency);
    return this.now(actor, id);
  }

  private async now(actor: Actor, id: string): Promise<AccountDto> {
    return this.answer(await viewOf(this.store.db, actor, {}, this.store.clock.now()), id);
  }

  private async answer(view: View, id: string): Promise<AccountDto> {
    const account = await this.accounts.one(view, id);
    if (!account) throw new Refusal('not-found', 'There is no such account.');
    return AccountDto.from(account);
  }
}
