import { Injectable } from '@nestjs/common';
import { fold, Refusal } from '@zvit/domain';
import { BY_KEY, recordNamed, recordPage, type SeenRecord, where, wordsOf } from '@zvit/evidence';
import { Store, type View } from '@zvit/store';
import { type PartiesQuery, PartyDto, type PartyPageDto } from './party.dto.js';

@Injectable()
export class PartyReader {
  constructor(private readonly store: Store) {}

  async list(view: View, query: PartiesQuery): Promise<PartyPageDto> {
    const words = wordsOf(query.text ?? '');
    const page = await recordPage(this.store.db, view, query, {
      type: 'party',
      where: query.type === undefined ? [] : [where('t.type = ?', query.type)],
      order: BY_KEY,
      // The states of the world and their organisations are few enough to be folded here.
      ...(words.length > 0 && { keep: async (rows) => rows.filter((row) => holdsAll(row, words)) }),
    });
    return { items: page.items.map((row) => PartyDto.from(row)), next: page.next };
  }

  async one(view: View, named: string): Promise<PartyDto> {
    const row = await recordNamed(this.store.db, view, 'party', named);
    if (!row) throw new Refusal('not-found', 'There is no such party.');
    return PartyDto.from(row);
  }
}

function holdsAll({ key, content }: SeenRecord, words: readonly string[]): boolean {
  const names = Object.values(content.names as Record<string, string>);
  const folded = fold([...names, (content.abbreviation ?? '') as string, key ?? ''].join(' '));
  return words.every((word) => folded.includes(word));
}
