import { Injectable } from '@nestjs/common';
import { Store, type View } from '@zvit/store';
import { changesKnown } from './changes-known.js';
import { changesInWorld } from './changes-in-world.js';
import { type ChangePageDto } from './changes.dto.js';
import { type ChangesQuery } from './changes-query.dto.js';
import { daysAsked, momentsAsked } from './ends-asked.js';

@Injectable()
export class ChangesReader {
  constructor(private readonly store: Store) {}

  async list(view: View, query: ChangesQuery): Promise<ChangePageDto> {
    const { db, clock } = this.store;
    if (query.axis === 'world') return changesInWorld(db, daysAsked(view, query), query);
    return changesKnown(db, await momentsAsked(db, view, query, clock.now()), query);
  }
}
