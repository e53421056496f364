import { Injectable } from '@nestjs/common';
import { type Content, may, RANK, Refusal, toFields } from '@zvit/domain';
import { type Condition } from '@zvit/evidence';
import { noteRestricted, Store, type View } from '@zvit/store';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { disclosedOf, reasonIn } from './disclosed.js';
import { actCount, actRows } from './history-rows.js';
import { HistoryReader, withReason } from './history.reader.js';
import { type WholeHistoryQuery } from './history-query.dto.js';
import { CSV, type Line, type LineFormat, NDJSON } from './line-formats.js';

const BATCH = 500;

/** A history that is being sent: its bytes as they come, and how many rows there will be. */
export interface TakenHistory {
  readonly stream: Readable;
  readonly rows: number;
  readonly mediaType: string;
}

/** The history taken away as a whole: an act, recorded with what was asked for and the hash of what was handed out. */
@Injectable()
export class TakeHistory {
  constructor(
    private readonly store: Store,
    private readonly history: HistoryReader,
  ) {}

  async run(view: View, query: WholeHistoryQuery, name: 'ndjson' | 'csv'): Promise<TakenHistory> {
    if (!may(view.actor.roles, 'history.export'))
      throw new Refusal('missing-role', 'Your roles do not allow to take the history away.');
    const format = name === 'csv' ? CSV : NDJSON;
    const conditions = await this.history.asked(view, query);
    const { rows, restricted } = await actCount(this.store.db, view, conditions);
    noteRestricted(view, restricted);
    const { actor, act, type, from, to, mechanism } = query;
    // What was not asked for is undefined, and no field.
    const filter = { actor, act, type, from, to, mechanism } as Content;
    const bytes = this.write(view, conditions, format, rows, (end) =>
      this.record(view, { format: name, filter, ...end }),
    );
    return { stream: Readable.from(bytes, { objectMode: false }), rows, mediaType: format.mediaType };
  }

  /**
   * The bytes. Whatever ends them early (a failure here, a reader who goes away) leaves a stream that is visibly broken and an
   * act that says so: the last thing written, the end, comes only after the act is on disk.
   */
  private async *write(
    view: View,
    conditions: readonly Condition[],
    format: LineFormat,
    expected: number,
    record: (end: { rows: number; sha256: string; complete: boolean }) => Promise<unknown>,
  ): AsyncGenerator<string> {
    const hash = createHash('sha256').update(format.head);
    let rows = 0;
    let recorded = false;
    try {
      if (format.head !== '') yield format.head;
      for await (const lines of this.batches(view, conditions)) {
        const text = lines.map((line) => format.line(line)).join('');
        rows += lines.length;
        hash.update(text);
        yield text;
        await setImmediate();
      }
      // A record that was classed higher meanwhile is missing from here on: better no file than one with a hole.
      if (rows !== expected) throw new Error(`an export of ${expected} rows ended after ${rows}`);
      const sha256 = hash.copy().digest('hex');
      recorded = true;
      await record({ rows, sha256, complete: true });
      const end = format.end(rows, sha256);
      if (end !== '') yield end;
    } finally {
      if (!recorded) await record({ rows, sha256: hash.digest('hex'), complete: false });
    }
  }

  private async *batches(view: View, conditions: readonly Condition[]): AsyncGenerator<Line[]> {
    const { db } = this.store;
    for (let above = 0; ;) {
      const items = await actRows(db, view, conditions, { above, limit: BATCH });
      if (items.length === 0) return;
      above = items.at(-1)!.seq;
      const disclosed = await disclosedOf(
        db,
        items.map((item) => item.seq),
      );
      yield items.map((item) => {
        const fields = disclosed.get(item.seq)!;
        const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
        return { ...withReason(item, reasonIn(fields)), fields: values };
      });
    }
  }

  private record(view: View, content: Content) {
    const shows = view.sight.includes(RANK.confidential);
    const fields = toFields({ ...content, seq: view.seq, class: shows ? 'confidential' : 'internal' });
    return this.store.act(view.actor, (tx) =>
      tx.append({ act: 'export.take', record: { type: 'export', id: tx.newId() }, fields }),
    );
  }
}
