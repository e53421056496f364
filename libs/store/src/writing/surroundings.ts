import {
  checkContent,
  checkRules,
  type Content,
  type ContentType,
  type Fault,
  isRecordId,
  type Json,
  type Lookup,
  type Effects,
  type Rank,
  type RecordType,
  type Sight,
} from '@zvit/domain';
import { type Db } from '../db.js';
import { ownRank } from '../projection/ranks.js';
import { FOREVER } from '../tables/versioned.js';

/** What a check has to know of a record that content refers to. */
export interface Known {
  readonly type: RecordType;
  readonly rank: Rank;
  readonly retracted: number;
}

interface Term {
  readonly id: string;
  readonly effect?: string;
}

/** Records that come in the same write and are not appended yet; content may refer to them and use their terms already. */
export interface Coming {
  readonly records: ReadonlyMap<string, Known>;
  readonly vocabularies: ReadonlyMap<string, readonly Term[]>;
  /** Statuses of the lifecycle of a mechanism, by the mechanism's id. */
  readonly statuses: ReadonlyMap<string, ReadonlySet<string>>;
}

const NOTHING: Coming = { records: new Map(), vocabularies: new Map(), statuses: new Map() };

/**
 * What content is checked against, as one person sees the record within one write: vocabularies, references, classes.
 * Kept for the length of a write, so that a batch of thousands reads each vocabulary once.
 */
export class Surrounded {
  private readonly vocabularies = new Map<string, readonly Term[] | undefined>();
  private readonly statuses = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly db: Db,
    private readonly sight: Sight,
    private readonly coming: Coming = NOTHING,
  ) {}

  /** Every fault of a record's content, those of its shape first. */
  async check(type: ContentType, content: Content): Promise<Fault[]> {
    await this.loadVocabularies();
    const known = await this.records(referencesIn(content));
    const rank = this.rankIn(type, content, known);
    const look: Lookup = {
      terms: (name) => this.terms(name),
      has: (kind, id) => {
        const record = known.get(id);
        return (
          record !== undefined && record.type === kind && record.retracted === 0 && this.sight.includes(record.rank)
        );
      },
      classedAbove: (id) => (known.get(id)?.rank ?? 0) > rank,
    };
    const faults = checkContent(type, content, look);
    if (type === 'source' && typeof content.partOf === 'string' && look.classedAbove(content.partOf)) {
      const detail = 'The document is classed above this passage of it.';
      faults.push({ pointer: '/partOf', code: 'source-classed-above', detail });
    }
    if (faults.length > 0) return faults;
    const statuses = await this.statusesOf((content.mechanism ?? '') as string);
    return checkRules(type, content, { effects: this.effects(), statuses });
  }

  /** Forgets the vocabularies, after an act that changed one. */
  forget(): void {
    this.vocabularies.clear();
    this.statuses.clear();
  }

  effects(): Effects {
    const terms = this.vocabularies.get('participation_acts') ?? [];
    return new Map(terms.map((term) => [term.id, (term.effect ?? 'none') as 'none']));
  }

  async loadVocabularies(): Promise<void> {
    if (this.vocabularies.size > 0) return;
    const rows = await this.db.all<{ key: string; content: string }>(
      'SELECT key, content FROM vocabulary WHERE until_seq = ?',
      [FOREVER],
    );
    for (const row of rows) {
      const { terms } = JSON.parse(row.content) as { terms: Record<string, Term> };
      this.vocabularies.set(row.key, Object.values(terms));
    }
    for (const [name, terms] of this.coming.vocabularies) this.vocabularies.set(name, terms);
  }

  private terms(name: string): ReadonlySet<string> | undefined {
    const terms = this.vocabularies.get(name);
    return terms && new Set(terms.map((term) => term.id));
  }

  private async statusesOf(mechanismId: string): Promise<ReadonlySet<string>> {
    const cached = this.coming.statuses.get(mechanismId) ?? this.statuses.get(mechanismId);
    if (cached) return cached;
    const row = await this.db.get<{ content: string }>(
      `SELECT lifecycle.content FROM mechanism JOIN lifecycle ON lifecycle.id = mechanism.lifecycle_id
       WHERE mechanism.id = ? AND mechanism.until_seq = ? AND lifecycle.until_seq = ?`,
      [mechanismId, FOREVER, FOREVER],
    );
    const statuses = row ? (JSON.parse(row.content) as { statuses: Record<string, { id: string }> }).statuses : {};
    const set = new Set(Object.values(statuses).map((status) => status.id));
    this.statuses.set(mechanismId, set);
    return set;
  }

  private rankIn(type: ContentType, content: Content, known: ReadonlyMap<string, Known>): Rank {
    const mechanisms = [content.mechanism, content.target].filter((id): id is string => typeof id === 'string');
    return mechanisms.reduce<Rank>(
      (rank, id) => Math.max(rank, known.get(id)?.rank ?? 0) as Rank,
      ownRank(type, content),
    );
  }

  private async records(ids: readonly string[]): Promise<Map<string, Known>> {
    const known = new Map<string, Known>();
    for (const id of ids) {
      const record = this.coming.records.get(id);
      if (record) known.set(id, record);
    }
    const asked = ids.filter((id) => !known.has(id));
    for (let at = 0; at < asked.length; at += 200) {
      const some = asked.slice(at, at + 200);
      const rows = await this.db.all<Known & { id: string }>(
        `SELECT id, type, rank, retracted FROM record WHERE id IN (${some.map(() => '?').join(', ')})`,
        some,
      );
      for (const row of rows) known.set(row.id, row);
    }
    return known;
  }
}

/** Texts of a content that have the form of a record's id. */
function referencesIn(content: Json): string[] {
  const found = new Set<string>();
  const walk = (value: Json): void => {
    if (typeof value === 'string') {
      if (isRecordId(value)) found.add(value);
    } else if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(content);
  return [...found];
}
