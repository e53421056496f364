import { Injectable } from '@nestjs/common';
import { refuseFaults } from '@zvit/domain';
import {
  BY_KEY,
  citationsOf,
  type Condition,
  holdsWords,
  notInVocabulary,
  recordPage,
  recordsById,
  refuseUnknownTerms,
  type SeenRecord,
  where,
} from '@zvit/evidence';
import { type Page } from '@zvit/platform';
import { Store, type View, visible, visibleActs } from '@zvit/store';
import { askedParty } from '../reading/asked.js';
import { mechanismNamed } from './find-mechanism.js';
import { type LastChangeDto, MechanismDto, MechanismItemDto, MechanismLifecycleDto } from './mechanism.dto.js';
import { type MechanismsQuery } from './mechanisms-query.dto.js';
import { StatusOnDayDto } from './status.dto.js';
import { knownStatuses, statusesOf } from './statuses-of.js';

@Injectable()
export class MechanismReader {
  constructor(private readonly store: Store) {}

  async list(view: View, query: MechanismsQuery): Promise<Page<MechanismItemDto>> {
    const { db } = this.store;
    await refuseUnknownTerms(db, view, [['/kind', ['mechanism_kinds'], query.kind]]);
    const statuses = await this.askedStatuses(view, query.status);
    const conditions = await this.conditions(view, query);
    const page = await recordPage(db, view, query, {
      type: 'mechanism',
      where: conditions,
      order: BY_KEY,
      // A status follows from dates and a day; no column holds it.
      ...(statuses && {
        keep: async (rows) => {
          const on = await statusesOf(db, view, rows);
          return rows.filter((row) => statuses.has(on.get(row.id)?.onDay.id ?? ''));
        },
      }),
    });
    return { items: await this.items(view, page.items), next: page.next };
  }

  async one(view: View, named: string): Promise<MechanismDto> {
    const { db } = this.store;
    const row = await mechanismNamed(db, view, named);
    const [item] = await this.items(view, [row]);
    const lifecycleId = row.content.lifecycle as string;
    const lifecycle = (await recordsById(db, view, 'lifecycle', [lifecycleId])).get(lifecycleId);
    const citations = await citationsOf(db, view, [row.id]);
    return MechanismDto.whole(row, item!, lifecycle ? MechanismLifecycleDto.from(lifecycle) : null, citations);
  }

  async status(view: View, named: string): Promise<StatusOnDayDto> {
    const { db } = this.store;
    const row = await mechanismNamed(db, view, named);
    const seen = (await statusesOf(db, view, [row])).get(row.id);
    if (!seen) return StatusOnDayDto.none(row.id, view.validOn);
    const step = seen.onDay.renewedBy ?? seen.onDay.by;
    const citations = (await citationsOf(db, view, [step])).of(step);
    return StatusOnDayDto.from(row.id, view.validOn, seen.dto, seen.step, citations);
  }

  private async conditions(view: View, query: MechanismsQuery): Promise<Condition[]> {
    const conditions = holdsWords('t.folded', query.text);
    if (query.kind?.length)
      conditions.push(where(`t.kind IN (${query.kind.map(() => '?').join(', ')})`, ...query.kind));
    const party = await askedParty(this.store.db, view, query.party);
    if (party !== undefined) {
      const takesPart = `p.mechanism_id = t.id AND p.party_id = ? AND ${visible(view, 'p')}`;
      conditions.push(where(`EXISTS (SELECT 1 FROM participation p WHERE ${takesPart})`, party));
    }
    return conditions;
  }

  private async askedStatuses(view: View, asked: readonly string[] | undefined): Promise<Set<string> | undefined> {
    if (!asked?.length) return undefined;
    const known = await knownStatuses(this.store.db, view);
    refuseFaults(asked.filter((status) => !known.has(status)).map((status) => notInVocabulary('/status', status)));
    return new Set(asked);
  }

  private async items(view: View, rows: readonly SeenRecord[]): Promise<MechanismItemDto[]> {
    const statuses = await statusesOf(this.store.db, view, rows);
    const changes = await this.lastChanges(
      view,
      rows.map((row) => row.id),
    );
    return rows.map((row) =>
      MechanismItemDto.from(row, statuses.get(row.id)?.dto ?? null, changes.get(row.id) ?? null),
    );
  }

  private async lastChanges(view: View, ids: readonly string[]): Promise<Map<string, LastChangeDto>> {
    if (ids.length === 0) return new Map();
    const rows = await this.store.db.all<{ mechanism_id: string; seq: number; recorded_at: string }>(
      `SELECT a.mechanism_id, max(a.seq) AS seq, max(a.recorded_at) AS recorded_at FROM act a
       WHERE a.mechanism_id IN (${ids.map(() => '?').join(', ')}) AND ${visibleActs(view, 'a')} GROUP BY a.mechanism_id`,
      ids,
    );
    return new Map(rows.map((row) => [row.mechanism_id, { seq: row.seq, recordedAt: row.recorded_at }]));
  }
}
