import { Injectable } from '@nestjs/common';
import { refuseUnknownTerms, RECORDED, type SortPart, where } from '@zvit/evidence';
import { Store, type View } from '@zvit/store';
import { recordsOf } from '../reading/records-of.js';
import { FigureDto, type FigurePageDto, type FiguresQuery } from './figure.dto.js';

/** Series after series, each in order of time. */
const IN_SERIES: readonly SortPart[] = [
  { sql: 't.measure', kind: 'string' },
  { sql: `COALESCE(t.earliest, t.latest, '')`, kind: 'string' },
  RECORDED,
];

@Injectable()
export class FigureReader {
  constructor(private readonly store: Store) {}

  async list(view: View, mechanism: string, query: FiguresQuery): Promise<FigurePageDto> {
    const { db } = this.store;
    await refuseUnknownTerms(db, view, [['/measure', ['figure_measures'], query.measure]]);
    const page = await recordsOf(db, view, mechanism, query, {
      type: 'figure',
      where: query.measure === undefined ? [] : [where('t.measure = ?', query.measure)],
      order: IN_SERIES,
    });
    return { items: page.items.map((row) => FigureDto.from(row, page.citations.of(row.id))), next: page.next };
  }
}
