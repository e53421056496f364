import { Injectable } from '@nestjs/common';
import { recordsById, type SeenRecord, where } from '@zvit/evidence';
import { type PageQuery } from '@zvit/platform';
import { Store, type View } from '@zvit/store';
import { mechanismNamed } from '../mechanisms/find-mechanism.js';
import { NamedMechanismDto } from '../reading/named.dto.js';
import { citedPage } from '../reading/records-of.js';
import { RelationDto, type RelationPageDto } from './relation.dto.js';

@Injectable()
export class RelationReader {
  constructor(private readonly store: Store) {}

  /** Relations from a mechanism and to it. A relation's class is at least that of both, so the other one may be shown too. */
  async list(view: View, named: string, query: PageQuery): Promise<RelationPageDto> {
    const { db } = this.store;
    const { id } = await mechanismNamed(db, view, named);
    const page = await citedPage(db, view, query, {
      type: 'relation',
      where: [where('(t.mechanism_id = ? OR t.target_id = ?)', id, id)],
    });
    const otherOf = (row: SeenRecord) => (row.mechanismId === id ? (row.content.target as string) : row.mechanismId!);
    const others = await recordsById(db, view, 'mechanism', page.items.map(otherOf));
    const items = page.items.flatMap((row) => {
      const other = others.get(otherOf(row));
      if (!other) return [];
      const citations = page.citations.of(row.id);
      return [RelationDto.from(row, row.mechanismId === id, NamedMechanismDto.from(other), citations)];
    });
    return { items, next: page.next };
  }
}
