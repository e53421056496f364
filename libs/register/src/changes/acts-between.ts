import { type Json, type Verb, verbOf, type Written } from '@zvit/domain';
import { chunks, where } from '@zvit/evidence';
import { type Db, FOREVER, visibleActs } from '@zvit/store';
import { disclosedOf, reasonIn } from '../history/disclosed.js';
import { actRows, type BareItem } from '../history/history-rows.js';
import { type ActBetweenDto } from './changes.dto.js';
import { type Ends } from './ends-asked.js';

/** An act in between as one record is concerned by it. */
export interface ActBetween {
  readonly dto: ActBetweenDto;
  /** The record that was acted on, which may be another. */
  readonly on: { id: string; shown: number };
  /** What it wrote of the record; null where it only proposed, refused or took back a proposal. */
  readonly written: Written | null;
}

interface Deed {
  readonly verb: Verb;
  readonly pointers: readonly string[];
}

const WITHOUT_EFFECT = /^(propose-.*|reject|withdraw)$/;

/** The acts between two moments that concern some records, oldest first, by the id of the record. */
export async function actsBetween(db: Db, ends: Ends, ids: readonly string[]): Promise<Map<string, ActBetween[]>> {
  const concerned = await concernedBy(db, ends, ids);
  const seqs = [...new Set(concerned.map((one) => one.seq))];
  const items = new Map<number, BareItem>();
  for (const some of chunks(seqs)) {
    const among = where(`a.seq IN (${some.map(() => '?').join(', ')})`, ...some);
    for (const item of await actRows(db, ends.to, [among], { above: ends.from.seq, limit: FOREVER }))
      items.set(item.seq, item);
  }
  const fields = await disclosedOf(db, seqs);
  const approved = await approvedBy(db, [...items.values()]);
  const found = new Map<string, ActBetween[]>();
  for (const { seq, id } of concerned) {
    const item = items.get(seq)!;
    const { act, recordedAt, actor } = item;
    const names = fields.get(seq)!;
    const deed = approved.get(seq) ?? { verb: verbOf(act), pointers: names.map((field) => field.name) };
    const between = {
      dto: { seq, act, recordedAt, actor, reason: reasonIn(names) },
      on: { id: item.record.id, shown: item.shown },
      written: WITHOUT_EFFECT.test(deed.verb) ? null : ofRecord(deed, id, item.record.id),
    };
    const beside = found.get(id);
    if (beside) beside.push(between);
    else found.set(id, [between]);
  }
  return found;
}

/** Which acts concern which of the records: those on it, and those on another that changed it too. */
async function concernedBy(db: Db, { from, to }: Ends, ids: readonly string[]) {
  const found: { seq: number; id: string }[] = [];
  for (const some of chunks(ids)) {
    const among = some.map(() => '?').join(', ');
    found.push(
      ...(await db.all<{ seq: number; id: string }>(
        `SELECT a.seq, a.record_id AS id FROM act a
         WHERE a.record_id IN (${among}) AND a.seq > ${from.seq} AND ${visibleActs(to, 'a')}
         UNION SELECT a.seq, x.record_id AS id FROM subject x JOIN act a ON a.seq = x.seq
         WHERE x.record_id IN (${among}) AND a.seq > ${from.seq} AND ${visibleActs(to, 'a')}`,
        [...some, ...some],
      )),
    );
  }
  return found.sort((a, b) => a.seq - b.seq);
}

/** What approvals carried out: the verb and the pointers of what had been proposed. */
async function approvedBy(db: Db, items: readonly BareItem[]): Promise<Map<number, Deed>> {
  const seqs = items.filter((item) => verbOf(item.act) === 'approve').map((item) => item.seq);
  const found = new Map<number, Deed>();
  for (const some of chunks(seqs)) {
    const rows = await db.all<{ seq: number; verb: Verb; fields: string }>(
      `SELECT p.from_seq AS seq, p.verb, p.fields FROM proposal p
       WHERE p.state = 'approved' AND p.from_seq IN (${some.map(() => '?').join(', ')})`,
      some,
    );
    for (const { seq, verb, fields } of rows)
      found.set(seq, { verb, pointers: (JSON.parse(fields) as [string, Json][]).map(([pointer]) => pointer) });
  }
  return found;
}

/** Of an act on another record, what it amended of this one: `/amends/<id>/from` is its `/from`. */
function ofRecord({ verb, pointers }: Deed, id: string, on: string): Written {
  if (on === id) return { verb, pointers };
  const prefix = `/amends/${id}`;
  return {
    verb,
    pointers: pointers.filter((one) => one.startsWith(`${prefix}/`)).map((one) => one.slice(prefix.length)),
  };
}
