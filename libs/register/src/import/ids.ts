import { type RecordType } from '@zvit/domain';
import { type Refs } from './read-record.js';
import { type Standing } from './standing-records.js';

/** Ids by the data's own names: those that stand, and those that are given out before anything is appended. */
export class Ids {
  private readonly known = new Map<string, string>();

  constructor(
    standing: readonly Standing[],
    private readonly newId: () => string,
  ) {
    for (const one of standing) if (one.key !== null) this.known.set(`${one.type} ${one.key}`, one.id);
  }

  readonly of: Refs = (type, key) => this.known.get(`${type} ${key}`);

  give(type: RecordType, key: string): string {
    const id = this.of(type, key) ?? this.newId();
    this.known.set(`${type} ${key}`, id);
    return id;
  }
}
