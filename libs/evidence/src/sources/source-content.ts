import { type Classification, type Content, type Fault, type Sight } from '@zvit/domain';
import { FOREVER, resolve, type Tx } from '@zvit/store';

/** A source as a person records it: what statements may rest on. */
export interface SourceWish {
  readonly title: string;
  readonly publisher: string;
  readonly type: string;
  /** EDTF; null where the document shows none. */
  readonly date: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly locator?: string;
  /** The larger document, by the data's own name or by id. */
  readonly partOf?: string;
  readonly class?: Classification;
  readonly notes?: string;
}

export async function sourceContent(tx: Tx, sight: Sight, wish: SourceWish): Promise<Content> {
  const { title, publisher, type, date, url, language, locator, class: classed, notes } = wish;
  const partOf = typeof wish.partOf === 'string' ? await resolve(tx, sight, 'source', wish.partOf) : wish.partOf;
  const content = { title, publisher, type, date, url, language, locator, partOf, class: classed, notes };
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as Content;
}

/** Addresses are followed by readers' browsers: nothing but the web stands in one. */
export function addressFaults({ url }: Content): Fault[] {
  if (typeof url !== 'string' || (/^https?:\/\//i.test(url) && URL.canParse(url))) return [];
  return [{ pointer: '/url', code: 'wrong-type', detail: 'An address on the web: http:// or https://.' }];
}

/** No two sources have the same address, passages of one document apart. `own` is the source that is being revised. */
export async function sameAddress(tx: Tx, sight: Sight, content: Content, own?: string): Promise<Fault[]> {
  const { url } = content;
  if (typeof url !== 'string' || content.partOf !== undefined) return [];
  const member = `"url":${JSON.stringify(url)}`.replace(/[\\%_]/g, '\\$&');
  const rows = await tx.all<{ id: string; content: string }>(
    `SELECT id, content FROM "source" WHERE until_seq = ? AND rank IN (${sight.join(', ') || '-1'})
     AND content LIKE ? ESCAPE '\\'`,
    [FOREVER, `%${member}%`],
  );
  const other = rows.some((row) => {
    const found = JSON.parse(row.content) as Content;
    return row.id !== own && found.url === url && found.partOf === undefined;
  });
  if (!other) return [];
  return [{ pointer: '/url', code: 'duplicate', detail: 'There is a source with this address already.' }];
}

/** What a revision never touches: the data's own name, and the class, which has an act of its own. */
export const keptOf = ({ key, class: classed, lang, order }: Content): Content =>
  Object.fromEntries(
    Object.entries({ key, class: classed, lang, order }).filter(([, value]) => value !== undefined),
  ) as Content;
