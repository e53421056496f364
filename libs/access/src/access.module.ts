import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { Store } from '@zvit/store';
import { AccountReader } from './accounts/account.reader.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { AddAccount } from './accounts/add-account.js';
import { ChangeRoles } from './accounts/change-roles.js';
import { ChangeState } from './accounts/change-state.js';
import { DecideChange } from './accounts/decide-change.js';
import { FirstAdministratorController } from './accounts/first-administrator.controller.js';
import { FirstPasswordController } from './accounts/first-password.controller.js';
import { SetFirstPassword } from './accounts/first-password.js';
import { InviteAccount } from './accounts/invite-account.js';
import { MakeFirstAdministrator } from './accounts/first-administrator.js';
import { Passwords } from './accounts/passwords.js';
import { SetPassword } from './accounts/set-password.js';
import { AccessGuard } from './guard/access.guard.js';
import { Authentication } from './guard/authentication.js';
import { AccessJournal } from './journal/access-journal.js';
import { JournalController } from './journal/journal.controller.js';
import { JournalReader } from './journal/journal.reader.js';
import { RefusalInterceptor } from './journal/refusal.interceptor.js';
import { ReadInterceptor } from './reading/read.interceptor.js';
import { LogIn } from './sessions/log-in.js';
import { LogInLimits } from './sessions/log-in-limits.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { Sessions } from './sessions/sessions.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { WhoReader } from './sessions/who.reader.js';
import { IssueToken } from './tokens/issue-token.js';
import { RevokeToken } from './tokens/revoke-token.js';
import { TokenReader } from './tokens/token.reader.js';
import { TokensController } from './tokens/tokens.controller.js';

/** Who may: its guard and its interceptors stand before every route of the process, whichever room it is from. */
@Module({
  controllers: [
    SessionsController,
    TokensController,
    AccountsController,
    FirstAdministratorController,
    FirstPasswordController,
    JournalController,
  ],
  providers: [
    { provide: Passwords, useFactory: () => new Passwords() },
    { provide: LogInLimits, useFactory: (store: Store) => new LogInLimits(() => store.clock.now()), inject: [Store] },
    AccessJournal,
    JournalReader,
    AccountReader,
    AddAccount,
    ChangeRoles,
    ChangeState,
    DecideChange,
    MakeFirstAdministrator,
    InviteAccount,
    SetFirstPassword,
    SetPassword,
    LogIn,
    SessionCookie,
    Sessions,
    WhoReader,
    IssueToken,
    RevokeToken,
    TokenReader,
    Authentication,
    { provide: APP_GUARD, useClass: AccessGuard },
    // The first is the outer one: it hears of what the second refuses, too.
    { provide: APP_INTERCEPTOR, useClass: RefusalInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ReadInterceptor },
  ],
  exports: [AccessJournal],
})
export class AccessModule {}
