import { Injectable } from '@nestjs/common';
import { Refusal } from '@zvit/domain';
import { BY_KEY, recordNamed, recordPage } from '@zvit/evidence';
import { type PageQuery } from '@zvit/platform';
import { Store, type View } from '@zvit/store';
import { VocabularyDto, type VocabularyPageDto } from './vocabulary.dto.js';

@Injectable()
export class VocabularyReader {
  constructor(private readonly store: Store) {}

  async list(view: View, query: PageQuery): Promise<VocabularyPageDto> {
    const page = await recordPage(this.store.db, view, query, { type: 'vocabulary', where: [], order: BY_KEY });
    return { items: page.items.map((row) => VocabularyDto.from(row)), next: page.next };
  }

  async one(view: View, named: string): Promise<VocabularyDto> {
    const row = await recordNamed(this.store.db, view, 'vocabulary', named);
    if (!row) throw new Refusal('not-found', 'There is no such vocabulary.');
    return VocabularyDto.from(row);
  }
}
