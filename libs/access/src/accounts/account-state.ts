import { type Role } from '@zvit/domain';
import { type Db, FOREVER } from '@zvit/store';

/** An account as it stands now, with what only acts and log-ins may know of it. */
export interface AccountState {
  readonly id: string;
  readonly person: string;
  readonly username: string;
  readonly roles: readonly Role[];
  readonly state: 'active' | 'disabled';
  readonly version: number;
  /** SHA-256 of the encoded password, from the ledger. */
  readonly digest: string | null;
  /** The encoded password, from the table of credentials. */
  readonly encoded: string | null;
}

interface StoredRow {
  readonly id: string;
  readonly content: string;
  readonly version: number;
  readonly encoded: string | null;
}

type Stored = Omit<AccountState, 'id' | 'version' | 'digest' | 'encoded'> & { readonly credential?: string };

const SELECT = `SELECT account.id, account.content, record.version, credential.encoded
  FROM account JOIN record ON record.id = account.id LEFT JOIN credential ON credential.account_id = account.id
  WHERE account.until_seq = ${FOREVER}`;

function stateOf({ id, content, version, encoded }: StoredRow): AccountState {
  const { person, username, roles, state, credential } = JSON.parse(content) as Stored;
  return { id, person, username, roles, state, version, digest: credential ?? null, encoded };
}

type Reading = Pick<Db, 'get' | 'all'>;

export async function accountState(db: Reading, id: string): Promise<AccountState | undefined> {
  const row = await db.get<StoredRow>(`${SELECT} AND account.id = ?`, [id]);
  return row && stateOf(row);
}

/** The account of a folded user name. */
export async function accountNamed(db: Reading, username: string): Promise<AccountState | undefined> {
  const row = await db.get<StoredRow>(`${SELECT} AND account.username = ?`, [username]);
  return row && stateOf(row);
}

export async function allAccounts(db: Reading): Promise<AccountState[]> {
  return (await db.all<StoredRow>(`${SELECT} ORDER BY account.username`)).map(stateOf);
}

export async function personName(db: Reading, id: string): Promise<string | undefined> {
  const row = await db.get<{ content: string }>('SELECT content FROM person WHERE id = ? AND until_seq = ?', [
    id,
    FOREVER,
  ]);
  return row && (JSON.parse(row.content) as { name: string }).name;
}
