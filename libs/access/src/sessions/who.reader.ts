import { Injectable } from '@nestjs/common';
import { type Actor } from '@zvit/domain';
import { Store } from '@zvit/store';
import { accountState, personName } from '../accounts/account-state.js';

/** Somebody who is logged in, by name. */
export interface Who {
  readonly actor: Actor;
  readonly username: string;
  readonly name: string;
}

@Injectable()
export class WhoReader {
  constructor(private readonly store: Store) {}

  async of(actor: Actor): Promise<Who> {
    const account = await accountState(this.store.db, actor.account);
    const name = await personName(this.store.db, actor.person);
    return { actor, username: account?.username ?? '', name: name ?? '' };
  }
}
