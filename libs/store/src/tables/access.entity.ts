import { id, nullable, table, text, word } from './table.js';

/** Secrets of accounts. They stand outside the ledger, which holds only their digest. */
export const CREDENTIAL = table('credential', { account_id: id, encoded: text }, { primary: ['account_id'] });

/** Sessions, by the hash of their cookie. `seal` binds a row to the access journal's entry of its log-in. */
export const SESSION = table(
  'session',
  {
    id_hash: word(64),
    account_id: id,
    created_at: word(24),
    expires_at: word(24),
    seen_at: word(24),
    revoked_at: nullable(word(24)),
  },
  { primary: ['id_hash'], index: [['account_id']] },
);

/** One-time links by which an account's first password is set. */
export const INVITATION = table(
  'invitation',
  { hash: word(64), account_id: nullable(id), expires_at: word(24) },
  {
    primary: ['hash'],
  },
);

export const ACCESS_TABLES = [CREDENTIAL, SESSION, INVITATION];
