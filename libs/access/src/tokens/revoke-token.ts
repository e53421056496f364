import { Injectable } from '@nestjs/common';
import { type Actor, type Json, Refusal } from '@zvit/domain';
import { FOREVER, Store } from '@zvit/store';
import { inPerson } from '../sessions/in-person.js';

/** Ends a token of one's own at once. Asks for no version: whoever fears for a token must not have to read it first. */
@Injectable()
export class RevokeToken {
  constructor(private readonly store: Store) {}

  async run(actor: Actor, id: string): Promise<void> {
    inPerson(actor);
    await this.store.write(actor, async (tx) => {
      const row = await tx.get<{ content: string }>(
        'SELECT content FROM token WHERE id = ? AND account_id = ? AND until_seq = ?',
        [id, actor.account, FOREVER],
      );
      if (!row) throw new Refusal('not-found', 'You have no such token.');
      if ((JSON.parse(row.content) as { state: string }).state === 'revoked') return;
      const fields = new Map<string, Json>([['/state', 'revoked']]);
      await tx.append({ act: 'token.revoke', record: { type: 'token', id }, fields });
    });
  }
}
