import { Injectable } from '@nestjs/common';
import { type Effects } from '@zvit/domain';
import {
  citationsOf,
  recordPage,
  refuseUnknownTerms,
  type SeenRecord,
  RECORDED,
  type SortPart,
  where,
} from '@zvit/evidence';
import { type Page } from '@zvit/platform';
import { Store, type View } from '@zvit/store';
import { mechanismNamed } from '../mechanisms/find-mechanism.js';
import { askedParty } from '../reading/asked.js';
import { partiesById } from '../reading/named.dto.js';
import { ofKinds } from '../timeline/timeline-filter.js';
import { ParticipantDto } from './participant.dto.js';
import { type ParticipantsQuery } from './participants-query.dto.js';
import { effectsIn, standingOf } from './standings.js';

// By the name that the data has for the party, which the record of a party never changes.
const BY_PARTY: readonly SortPart[] = [
  { sql: `COALESCE((SELECT q.key FROM record q WHERE q.id = t.party_id), '')`, kind: 'string' },
  { sql: 't.role', kind: 'string' },
  RECORDED,
];

@Injectable()
export class ParticipantReader {
  constructor(private readonly store: Store) {}

  async list(view: View, named: string, query: ParticipantsQuery): Promise<Page<ParticipantDto>> {
    const { db } = this.store;
    const mechanism = await mechanismNamed(db, view, named);
    await refuseUnknownTerms(db, view, [['/role', ['participant_roles'], query.role]]);
    const party = await askedParty(db, view, query.party);
    const effects = await effectsIn(db, view);
    const page = await recordPage(db, view, query, {
      type: 'participation',
      where: [
        where('t.mechanism_id = ?', mechanism.id),
        ...(party === undefined ? [] : [where('t.party_id = ?', party)]),
        ...ofKinds('t.role', query.role),
      ],
      order: BY_PARTY,
      // Who belonged on a day follows from acts; no column holds it.
      ...(query.all !== true && {
        keep: async (rows) => rows.filter((row) => standingOf(view.validOn, row, effects) !== 'no'),
      }),
    });
    return { items: await this.dtos(view, page.items, effects), next: page.next };
  }

  private async dtos(view: View, rows: readonly SeenRecord[], effects: Effects) {
    const { db } = this.store;
    const parties = await partiesById(
      db,
      view,
      rows.map((row) => row.content.party as string),
    );
    const citations = await citationsOf(
      db,
      view,
      rows.map((row) => row.id),
    );
    return rows.map((row) => {
      const party = parties.get(row.content.party as string) ?? null;
      return ParticipantDto.from(row, party, standingOf(view.validOn, row, effects), citations);
    });
  }
}
