import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Action, may, Refusal } from '@zvit/domain';
import { Config, routeOf } from '@zvit/platform';
import { AccessJournal } from '../journal/access-journal.js';
import { askedOf, setActor } from './asked.js';
import { Authentication } from './authentication.js';
import { isForeign } from './origin.js';
import { ALLOWS, IS_PUBLIC } from './rules.decorator.js';

/** Stands before every route: denies what no rule allows, and writes each refusal to the access journal. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
    private readonly authentication: Authentication,
    private readonly journal: AccessJournal,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = askedOf(context);
    const actor = await this.authentication.actorOf(request);
    if (actor) setActor(request, actor);
    const refusal = this.refusal(context, actor?.roles);
    if (refusal === undefined) return true;
    await this.journal.refused(actor ?? { address: request.ip }, `${request.method} ${routeOf(request)}`, refusal.code);
    throw refusal;
  }

  private refusal(context: ExecutionContext, roles: Parameters<typeof may>[0] | undefined): Refusal | undefined {
    if (isForeign(askedOf(context), this.config.publicUrl))
      return new Refusal('foreign-origin', 'This was sent by a page of another site.');
    if (this.reflector.get<boolean | undefined>(IS_PUBLIC, context.getHandler()) === true) return undefined;
    if (roles === undefined) return new Refusal('not-logged-in', 'Log in first.');
    const action = this.reflector.get<Action | undefined>(ALLOWS, context.getHandler());
    // Forgotten rules deny: an address that says nothing about who may use it is nobody's.
    if (action === undefined) return new Refusal('missing-role', 'Nobody is allowed this: the address has no rule.');
    // Whoever is in may look at themselves and leave, also while they wait for their first role.
    if (action === 'session.own' || may(roles, action)) return undefined;
    return new Refusal('missing-role', `None of your roles allows ${action}.`);
  }
}
