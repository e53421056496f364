import { type Content, type Json, type Sight } from '@zvit/domain';
import { resolve, type Tx } from '@zvit/store';
import { type Kept } from '../keeping/kept.js';
import { stillStanding } from '../keeping/still-standing.js';
import { namesFrom } from '../records/names-wish.dto.js';
import { type CitationWish, citationsFrom, given } from '../records/wished-citations.js';
import { mechanismFaults } from './mechanism-faults.js';
import { type MechanismWishDto, type SeatWishDto } from './mechanism-wish.dto.js';

/** A mechanism as a person records it. Its status follows from its steps, which are proposed and approved. */
export const MECHANISM: Kept<MechanismWishDto> = {
  type: 'mechanism',
  renamed: { key: 'slug' },
  key: (_, wish) => Promise.resolve(wish.slug),
  content: async (tx, sight, wish) =>
    given({
      kind: wish.kind,
      lifecycle: await resolve(tx, sight, 'lifecycle', wish.lifecycle),
      names: namesFrom(wish.names),
      abbreviations: wish.abbreviations ?? [],
      aliases: listed((wish.aliases ?? []).map(({ value, lang, note }) => given({ value, lang, note }))),
      description: wish.description,
      seat: await seatFrom(tx, sight, wish.seat),
      hostInstitution: wish.hostInstitution ?? null,
      legalBases: listed(await basesFrom(tx, sight, wish.legalBases ?? [])),
      website: wish.website ?? null,
      lang: wish.lang,
      class: wish.class,
      verified: wish.verified ?? false,
    }),
  lists: ['aliases', 'legalBases'],
  faults: mechanismFaults,
  blocker: stillStanding,
};

async function seatFrom(tx: Tx, sight: Sight, seat: SeatWishDto | undefined): Promise<Content> {
  const { place = null, country = null, notes } = seat ?? {};
  if (!seat?.citations?.length) return given({ place, country, notes });
  return given({ place, country, notes, citations: await citationsFrom(tx, sight, seat.citations) });
}

async function basesFrom(
  tx: Tx,
  sight: Sight,
  wishes: readonly { readonly text: string; readonly citations?: readonly CitationWish[] }[],
): Promise<Content[]> {
  const bases: Content[] = [];
  for (const { text, citations } of wishes) bases.push({ text, citations: await citationsFrom(tx, sight, citations) });
  return bases;
}

/** A list under ordinals from 1; one without items is left out. */
const listed = (items: readonly Json[]): Content | undefined =>
  items.length === 0 ? undefined : Object.fromEntries(items.map((item, index) => [String(index + 1), item]));
