import { Injectable } from '@nestjs/common';
import { Refusal } from '@zvit/domain';
import { type Condition, where } from '@zvit/evidence';
import { decodeCursor, type PageQuery, pageOf, rowsToRead } from '@zvit/platform';
import { FOREVER, noteRestricted, Store, type View, visible } from '@zvit/store';
import { mechanismNamed } from '../mechanisms/find-mechanism.js';
import { namedIds } from '../reading/asked.js';
import { type Plain } from '../reading/head.dto.js';
import { disclosedOf, reasonIn } from './disclosed.js';
import { type EntryDto, type EntryFieldDto, type HistoryItemDto, type HistoryPageDto } from './history.dto.js';
import { type HistoryQuery, type WholeHistoryQuery } from './history-query.dto.js';
import { actRows, actsAsked, actsOfMechanism, actsOnRecord, type BareItem } from './history-rows.js';

@Injectable()
export class HistoryReader {
  constructor(private readonly store: Store) {}

  async whole(view: View, query: WholeHistoryQuery): Promise<HistoryPageDto> {
    return this.page(view, query, await this.asked(view, query));
  }

  async ofMechanism(view: View, named: string, query: HistoryQuery): Promise<HistoryPageDto> {
    const { id } = await mechanismNamed(this.store.db, view, named);
    return this.page(view, query, [actsOfMechanism(id), ...actsAsked(query)]);
  }

  async ofRecord(view: View, id: string, query: HistoryQuery): Promise<HistoryPageDto> {
    // A retracted record keeps its class, and so its history.
    const record = await this.store.db.get(
      `SELECT k.record_id FROM record_rank k WHERE k.record_id = ? AND ${visible(view, 'k')}`,
      [id],
    );
    if (!record) throw new Refusal('not-found', 'There is no such record.');
    return this.page(view, query, [actsOnRecord(id), ...actsAsked(query)]);
  }

  /** One entry in full: its exact bytes and its fields. */
  async entry(view: View, seq: number): Promise<EntryDto> {
    const { db } = this.store;
    const [item] = await actRows(db, view, [where('a.seq = ?', seq)], { above: 0, limit: 1 });
    const entry = item && (await db.get<{ bytes: string }>('SELECT bytes FROM entry WHERE seq = ?', [seq]));
    if (!entry) throw new Refusal('not-found', 'There is no such entry.');
    this.noteItems(view, [item]);
    const disclosed = (await disclosedOf(db, [seq])).get(seq)!;
    const standing = new Set(disclosed.map((field) => field.digest));
    const digests = (JSON.parse(entry.bytes) as { _sd: string[] })._sd;
    const fields: EntryFieldDto[] = [
      ...disclosed.map(({ digest, name, value, encoded }) => ({ digest, name, value, disclosure: encoded })),
      ...digests.filter((digest) => !standing.has(digest)).map(destroyed),
    ];
    return { ...withReason(item, reasonIn(disclosed)), envelope: entry.bytes, fields };
  }

  /** The conditions of a filter over the whole history. */
  async asked(view: View, query: WholeHistoryQuery): Promise<Condition[]> {
    const conditions = actsAsked(query);
    if (query.mechanism === undefined) return conditions;
    const [id] = await namedIds(this.store.db, view, 'mechanism', [query.mechanism]);
    return [actsOfMechanism(id!), ...conditions];
  }

  private async page(view: View, query: PageQuery, conditions: readonly Condition[]): Promise<HistoryPageDto> {
    const { db } = this.store;
    const [below] = decodeCursor(query.cursor, ['integer']) ?? [FOREVER];
    const rows = await actRows(db, view, conditions, { below, limit: rowsToRead(query) });
    const page = pageOf(
      query,
      rows,
      (row) => [row.seq],
      (row) => row,
    );
    this.noteItems(view, page.items);
    const fields = await disclosedOf(
      db,
      page.items.map((item) => item.seq),
    );
    return { items: page.items.map((item) => withReason(item, reasonIn(fields.get(item.seq)!))), next: page.next };
  }

  private noteItems(view: View, items: readonly BareItem[]): void {
    noteRestricted(
      view,
      items.map((item) => ({ id: item.record.id, shown: item.shown })),
    );
  }
}

/** A field that was destroyed by law: its digest still stands in the envelope. */
const destroyed = (digest: string): EntryFieldDto => ({ digest, name: null, value: null, disclosure: null });

export function withReason(item: BareItem, reason: string | null): Plain<HistoryItemDto> {
  const { shown: _shown, leafHash, ...rest } = item;
  return { ...rest, reason, leafHash };
}
