import { Injectable } from '@nestjs/common';
import { type Actor, type Role } from '@zvit/domain';
import { FOREVER, Store } from '@zvit/store';
import { sha256 } from '../secrets.js';

/** What a token's record says. */
export interface TokenContent {
  readonly account: string;
  readonly hash: string;
  readonly label: string;
  readonly scopes: readonly Role[];
  readonly expiresAt: string;
  readonly state: 'active' | 'revoked';
}

export interface TokenRow extends Omit<TokenContent, 'hash'> {
  readonly id: string;
  readonly issuedAt: string;
}

@Injectable()
export class TokenReader {
  constructor(private readonly store: Store) {}

  /** For whom a token acts, if it holds: not revoked, not past its end, its account not disabled. */
  async actorOf(secret: string, address?: string): Promise<Actor | undefined> {
    const row = await this.store.db.get<{ id: string; token: string; account: string }>(
      `SELECT token.id, token.content AS token, account.content AS account
       FROM token JOIN account ON account.id = token.account_id
       WHERE token.hash = ? AND token.until_seq = ? AND account.until_seq = ? AND token.expires_at > ?
         AND account.state = 'active'`,
      [sha256(secret), FOREVER, FOREVER, this.store.clock.now()],
    );
    if (!row) return undefined;
    const token = JSON.parse(row.token) as TokenContent;
    if (token.state !== 'active') return undefined;
    const { person, roles } = JSON.parse(row.account) as { person: string; roles: readonly Role[] };
    return { person, account: token.account, roles: narrowed(roles, token.scopes), token: row.id, address };
  }

  /** The tokens of an account, the newest first, with those that hold no more. */
  async ofAccount(account: string): Promise<TokenRow[]> {
    const rows = await this.store.db.all<{ id: string; content: string; issued_at: string }>(
      `SELECT token.id, token.content, act.recorded_at AS issued_at
       FROM token JOIN record ON record.id = token.id JOIN act ON act.seq = record.created_seq
       WHERE token.account_id = ? AND token.until_seq = ? ORDER BY record.created_seq DESC`,
      [account, FOREVER],
    );
    return rows.map(({ id, content, issued_at }) => {
      const { hash: _hash, ...rest } = JSON.parse(content) as TokenContent;
      return { id, ...rest, issuedAt: issued_at };
    });
  }
}

/** The roles of a token: those of its scopes that its account still has. */
export const narrowed = (roles: readonly Role[], scopes: readonly Role[]): Role[] =>
  roles.filter((role) => scopes.includes(role));
