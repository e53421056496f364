import { type Db, type Finding } from '@zvit/store';
import { sha256 } from '../secrets.js';
import { allAccounts } from './account-state.js';

/** Holds the table of passwords against the digests in the ledger: none altered, none missing, none of nobody. */
export async function verifyCredentials(db: Pick<Db, 'get' | 'all'>): Promise<Finding[]> {
  const findings: Finding[] = [];
  const name = (id: string, detail: string) =>
    findings.push({ code: 'credential-altered', item: `credential ${id}`, detail });
  const accounts = await allAccounts(db);
  for (const { id, digest, encoded } of accounts) {
    if (digest === (encoded === null ? null : sha256(encoded))) continue;
    name(id, encoded === null ? 'the password is missing' : 'the password is not the one in the ledger');
  }
  const known = new Set(accounts.map((account) => account.id));
  const rows = await db.all<{ account_id: string }>('SELECT account_id FROM credential ORDER BY account_id');
  for (const { account_id } of rows) if (!known.has(account_id)) name(account_id, 'the ledger has no such account');
  return findings;
}
