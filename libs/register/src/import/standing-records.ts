import { type Content, type ContentType, type Rank } from '@zvit/domain';
import { type Db, FOREVER, withCitations } from '@zvit/store';

/** The kinds of record that files of reference data hold, in the order in which they are appended. */
export const IMPORTED_TYPES = [
  'vocabulary',
  'party',
  'source',
  'lifecycle',
  'mechanism',
  'participation',
  'event',
  'condition',
  'transition',
  'mission',
  'track',
  'relation',
  'forecast',
  'figure',
  'conflict',
  'note',
] as const satisfies readonly ContentType[];

/** A record as it stands, citations included; without content where it is but proposed, or retracted. */
export interface Standing {
  readonly id: string;
  readonly type: ContentType;
  readonly key: string | null;
  readonly mechanismId: string | null;
  readonly version: number;
  readonly rank: Rank;
  readonly retracted: number;
  /** Whether it came by an import. */
  readonly imported: boolean;
  readonly content?: Content;
  /** The last proposal about it; `fields` are those of its content. */
  readonly proposal?: { readonly state: string; readonly fields: string };
}

type CitationRow = Parameters<typeof withCitations>[1][number];

/** Everything that stands of the kinds that files hold, in one query a kind. */
export async function readStanding(db: Db): Promise<Standing[]> {
  const rows = await db.all<
    Omit<Standing, 'mechanismId' | 'imported'> & { mechanism_id: string | null; batch: string | null }
  >(
    `SELECT r.id, r.type, r.key, r.mechanism_id, r.version, r.rank, r.retracted, a.batch FROM record r JOIN act a ON a.seq = r.created_seq
     WHERE r.type IN (${IMPORTED_TYPES.map(() => '?').join(', ')}) ORDER BY r.created_seq`,
    [...IMPORTED_TYPES],
  );
  if (rows.length === 0) return [];
  const citations = new Map<string, CitationRow[]>();
  for (const row of await db.all<CitationRow>(
    'SELECT * FROM citation WHERE until_seq = ? ORDER BY record_id, path, n',
    [FOREVER],
  ))
    citations.set(row.record_id, [...(citations.get(row.record_id) ?? []), row]);
  const contents = new Map<string, Content>();
  for (const type of IMPORTED_TYPES)
    for (const row of await db.all<{ id: string; content: string }>(
      `SELECT id, content FROM "${type}" WHERE until_seq = ?`,
      [FOREVER],
    ))
      contents.set(row.id, withCitations(JSON.parse(row.content) as Content, citations.get(row.id) ?? []));
  const proposals = new Map<string, { state: string; fields: string }>();
  for (const { id, state, fields } of await db.all<{ id: string; state: string; fields: string }>(
    'SELECT id, state, fields FROM proposal WHERE until_seq = ? ORDER BY id, number',
    [FOREVER],
  ))
    proposals.set(id, { state, fields });
  return rows.map(({ mechanism_id, batch, ...row }) => {
    const content = contents.get(row.id);
    const proposal = proposals.get(row.id);
    return {
      ...row,
      mechanismId: mechanism_id,
      imported: batch !== null,
      ...(content ? { content } : {}),
      ...(proposal ? { proposal } : {}),
    };
  });
}
