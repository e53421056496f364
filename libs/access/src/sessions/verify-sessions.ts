import { type Db, type Finding } from '@zvit/store';
import { INVITATION_LIFE } from '../accounts/first-administrator.js';
import { FIRST_PASSWORD_LIFE } from '../accounts/invite-account.js';
import { type JournalRow } from '../journal/journal-row.js';
import { journalRows } from '../journal/verify-journal.js';
import { later } from '../secrets.js';
import { LONGEST_SESSION, type SessionRow } from './sessions.js';

interface Invitation {
  readonly hash: string;
  /** The account whose first password it sets; null of the first administrator's. */
  readonly account_id: string | null;
  readonly expires_at: string;
}

/**
 * Holds sessions and one-time links against the access journal: each was begun there, none lives longer than it may, none that
 * was ended lives on. Of `seen_at` only the bounds can be checked: uses are no journal's matter.
 */
export async function verifySessions(db: Pick<Db, 'all'>): Promise<Finding[]> {
  const told = await toldOf(db);
  const sessions = await db.all<SessionRow & { revoked_at: string | null }>('SELECT * FROM session ORDER BY id_hash');
  const invitations = await db.all<Invitation>('SELECT hash, account_id, expires_at FROM invitation ORDER BY hash');
  return [
    ...sessions.flatMap((row) => finding(`session ${row.id_hash}`, sessionFault(row, told))),
    ...invitations.flatMap((row) => finding(`invitation ${row.hash}`, invitationFault(row, told))),
  ];
}

const finding = (item: string, detail: string | undefined): Finding[] =>
  detail === undefined ? [] : [{ code: 'session-altered', item, detail }];

interface Told {
  readonly begun: ReadonlyMap<string, JournalRow>;
  readonly ended: ReadonlyMap<string, JournalRow>;
  readonly invited: ReadonlyMap<string, JournalRow>;
}

async function toldOf(db: Pick<Db, 'all'>): Promise<Told> {
  const begun = new Map<string, JournalRow>();
  const ended = new Map<string, JournalRow>();
  const invited = new Map<string, JournalRow>();
  const kinds = new Map<string, Map<string, JournalRow>>([
    ['log-in', begun],
    ['log-out', ended],
    ['invitation', invited],
  ]);
  for await (const { bytes } of journalRows(db)) {
    const row = JSON.parse(bytes) as JournalRow;
    if (typeof row.subject === 'string') kinds.get(row.kind)?.set(row.subject, row);
  }
  return { begun, ended, invited };
}

function sessionFault(row: SessionRow & { revoked_at: string | null }, { begun, ended }: Told): string | undefined {
  const beginning = begun.get(row.id_hash);
  if (beginning?.account !== row.account_id || beginning.at !== row.created_at) return 'nobody logged in to it';
  if (row.expires_at !== later(row.created_at, LONGEST_SESSION)) return 'it ends at another time than it may';
  if (row.seen_at < row.created_at || row.seen_at > row.expires_at) return 'it was used outside of its time';
  if ((ended.get(row.id_hash)?.at ?? null) !== row.revoked_at) return 'its end is not the one in the access journal';
  return undefined;
}

function invitationFault(row: Invitation, { invited }: Told): string | undefined {
  const beginning = invited.get(row.hash);
  if (!beginning) return 'nobody made this link';
  if ((beginning.account ?? null) !== row.account_id) return 'it was made for another account';
  const life = row.account_id === null ? INVITATION_LIFE : FIRST_PASSWORD_LIFE;
  return row.expires_at === later(beginning.at, life) ? undefined : 'it ends at another time than it may';
}
