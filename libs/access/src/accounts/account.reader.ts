import { Injectable } from '@nestjs/common';
import { type Role } from '@zvit/domain';
import { decodeCursor, type Page, pageOf, type PageQuery, rowsToRead } from '@zvit/platform';
import { proposedContent, Store, type View, visible } from '@zvit/store';

/** An account as answers show it: without anything of its password. */
export interface AccountView {
  readonly id: string;
  readonly username: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly roles: readonly Role[];
  readonly state: 'active' | 'disabled';
  readonly version: number;
  /** Whether nobody has set its first password yet. */
  readonly awaitsPassword: boolean;
  readonly proposal: ProposedAccount | null;
}

/** The account as it would be, and what a decision on it has to know. */
export interface ProposedAccount {
  readonly roles: readonly Role[];
  readonly state: 'active' | 'disabled';
  readonly contentHash: string;
  /** Id of the person who proposed. */
  readonly proposer: string;
}

interface Row {
  readonly id: string;
  readonly username: string;
  readonly content: string;
  readonly person: string | null;
  readonly version: number;
  readonly fields: string | null;
  readonly content_hash: string | null;
  readonly proposer: string | null;
}

interface Stored {
  readonly person: string;
  readonly roles: readonly Role[];
  readonly state: AccountView['state'];
  readonly credential?: string;
}

@Injectable()
export class AccountReader {
  constructor(private readonly store: Store) {}

  /** Accounts in the order of their user names. */
  async list(view: View, query: PageQuery): Promise<Page<AccountView>> {
    const [after] = decodeCursor(query.cursor, ['string']) ?? [''];
    const sql = `${select(view)} AND account.username > ? ORDER BY account.username LIMIT ?`;
    const rows = await this.store.db.all<Row>(sql, [after, rowsToRead(query)]);
    return pageOf(query, rows, (row) => [row.username], viewOfRow);
  }

  async one(view: View, id: string): Promise<AccountView | undefined> {
    const row = await this.store.db.get<Row>(`${select(view)} AND account.id = ?`, [id]);
    return row && viewOfRow(row);
  }
}

// Whoever may see an account may see whose it is: the person's name takes the moment of the view, not its sight.
const select = (view: View) => `
  SELECT account.id, account.username, account.content, person.content AS person, p.fields, p.content_hash, p.proposer,
    (SELECT max(act.version) FROM act WHERE act.record_id = account.id AND act.seq <= ${view.seq}) AS version
  FROM account
  LEFT JOIN person ON person.id = account.person_id AND person.from_seq <= ${view.seq} AND person.until_seq > ${view.seq}
  LEFT JOIN proposal p ON p.id = account.id AND p.state = 'open' AND ${visible(view, 'p')}
  WHERE ${visible(view, 'account')}`;

function viewOfRow(row: Row): AccountView {
  const { person, roles, state, credential } = JSON.parse(row.content) as Stored;
  const { name } = JSON.parse(row.person ?? '{"name":""}') as { name: string };
  const proposal =
    row.fields === null
      ? null
      : {
          ...{ roles, state },
          ...(proposedContent(row.fields) as Partial<Pick<ProposedAccount, 'roles' | 'state'>>),
          contentHash: row.content_hash!,
          proposer: row.proposer!,
        };
  return {
    id: row.id,
    username: row.username,
    person: { id: person, name },
    roles,
    state,
    version: row.version,
    awaitsPassword: credential === undefined,
    proposal,
  };
}
