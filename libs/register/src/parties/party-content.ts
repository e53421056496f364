import { type Content, type Fault } from '@zvit/domain';
import { FOREVER, type Tx } from '@zvit/store';
import { type Kept, type Revised } from '../keeping/kept.js';
import { keyFaults } from '../keeping/key-faults.js';
import { stillNamed } from '../keeping/still-standing.js';
import { namesFrom } from '../records/names-wish.dto.js';
import { given } from '../records/wished-citations.js';
import { type PartyWishDto } from './party-wish.dto.js';

/** A party as a person records it. */
export const PARTY: Kept<PartyWishDto> = {
  type: 'party',
  renamed: { key: 'id' },
  key: async (tx, { id, type, iso }) => id ?? (type === 'state' && iso != null ? freeName(tx, iso) : undefined),
  content: (_, __, wish) =>
    Promise.resolve(
      given({
        type: wish.type,
        iso: wish.iso ?? null,
        names: namesFrom(wish.names),
        abbreviation: wish.abbreviation,
        class: wish.class,
      }),
    ),
  faults: async (tx, content, revised) => [
    ...(await isoFaults(tx, content, revised)),
    ...(revised ? [] : nameFaults(content)),
  ],
  blocker: stillNamed,
};

/** A state goes by its code, unless one that was taken back did: that name is gone, and this one goes by its id. */
async function freeName(tx: Tx, iso: string): Promise<string | undefined> {
  return (await keyFaults(tx, 'party', iso)).length === 0 ? iso : undefined;
}

/** A code of a state names one state. An organisation has none. */
async function isoFaults(tx: Tx, { type, iso }: Content, revised?: Revised): Promise<Fault[]> {
  if (typeof iso !== 'string') return [];
  if (type !== 'state') return [{ pointer: '/iso', code: 'contradiction', detail: 'Only states have such a code.' }];
  if (!/^[A-Z]{2}$/.test(iso)) return [{ pointer: '/iso', code: 'wrong-type', detail: 'Two letters, such as UA.' }];
  const rows = await tx.all<{ id: string }>('SELECT id FROM party WHERE until_seq = ? AND content LIKE ?', [
    FOREVER,
    `%"iso":"${iso}"%`,
  ]);
  if (rows.every((row) => row.id === revised?.id)) return [];
  return [{ pointer: '/iso', code: 'duplicate', detail: 'Another state has this code.' }];
}

/** The data's own names of parties: UA, org-eurojust. */
function nameFaults({ key, type, iso }: Content): Fault[] {
  if (typeof key !== 'string') return [];
  const isRight =
    type === 'state' ? /^[A-Z]{2}$/.test(key) && (iso ?? key) === key : /^org-[a-z0-9]+(-[a-z0-9]+)*$/.test(key);
  if (isRight) return [];
  const detail =
    type === 'state' ? 'A state goes by its code.' : 'An organisation goes by org- and words of a-z and 0-9.';
  return [{ pointer: '/key', code: 'contradiction', detail }];
}
