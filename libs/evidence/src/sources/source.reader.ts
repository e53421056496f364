import { Injectable } from '@nestjs/common';
import { Refusal } from '@zvit/domain';
import { type Page } from '@zvit/platform';
import { Store, type View, visible } from '@zvit/store';
import { citationHolds } from '../citations/citations-of.js';
import { holdsWords } from '../citations/folded.js';
import {
  BY_KEY,
  type Condition,
  recordNamed,
  recordPage,
  recordsById,
  type SeenRecord,
  where,
} from '../citations/record-page.js';
import { refuseUnknownTerms } from '../citations/known-terms.js';
import { SourceDto } from './source.dto.js';
import { type SourcesQuery } from './sources-query.dto.js';

/** A source that a view shows; refused as not found where it shows none. */
export async function sourceNamed(store: Store, view: View, named: string): Promise<SeenRecord> {
  const source = await recordNamed(store.db, view, 'source', named);
  if (!source) throw new Refusal('not-found', 'There is no such source.');
  return source;
}

@Injectable()
export class SourceReader {
  constructor(private readonly store: Store) {}

  async list(view: View, query: SourcesQuery): Promise<Page<SourceDto>> {
    await refuseUnknownTerms(this.store.db, view, [['/type', ['source_types'], query.type]]);
    const conditions: Condition[] = [];
    if (query.type !== undefined) conditions.push(where('t.type = ?', query.type));
    if (query.text !== undefined) conditions.push(...holdsWords('t.folded', query.text));
    if (query.cited !== undefined) conditions.push(where(`${query.cited ? '' : 'NOT '}${isCited(view)}`));
    const page = await recordPage(this.store.db, view, query, {
      type: 'source',
      where: conditions,
      order: BY_KEY,
    });
    return { items: await this.dtos(view, page.items), next: page.next };
  }

  async one(view: View, named: string): Promise<SourceDto> {
    const [dto] = await this.dtos(view, [await sourceNamed(this.store, view, named)]);
    return dto!;
  }

  private async dtos(view: View, rows: readonly SeenRecord[]): Promise<SourceDto[]> {
    const wholes = rows.map((row) => row.content.partOf).filter((id): id is string => typeof id === 'string');
    const parents = await recordsById(this.store.db, view, 'source', wholes);
    return rows.map((row) => {
      const whole = parents.get(row.content.partOf as string);
      return SourceDto.from(row, whole ? (whole.key ?? whole.id) : null);
    });
  }
}

/** Whether anything that the view shows rests on source `t`. */
const isCited = (view: View) =>
  `EXISTS (SELECT 1 FROM citation c JOIN record_rank k ON k.record_id = c.record_id
   WHERE c.source_id = t.id AND ${citationHolds(view, 'c')} AND ${visible(view, 'k')})`;
