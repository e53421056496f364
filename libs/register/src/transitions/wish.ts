import { type Content, type Fulfilment, type Json, readDate, type Span } from '@zvit/domain';
import { type Db, resolve } from '@zvit/store';
import { type Sight } from '@zvit/domain';

/** A citation as a person gives it: the source by its name in the data or by its id. */
export interface CitationWish {
  readonly source: string;
  readonly locator?: string;
  readonly quote?: string;
}

/** What a legal officer asks for when a mechanism's status moves. */
export interface StepWish {
  readonly to: string;
  /** EDTF: when the step took effect in the world. */
  readonly effective: string;
  readonly extent?: 'within' | 'throughout';
  readonly reason: string;
  readonly citations: readonly CitationWish[];
  readonly fulfilment?: {
    readonly text?: string;
    readonly citations?: readonly CitationWish[];
    readonly conditions?: readonly string[];
  };
  readonly termEnds?: string | null;
  readonly verified?: boolean;
  readonly notes?: string;
}

/** Citations as content holds them: by ordinal, sources by their opaque ids. `from` is the first free ordinal. */
export async function citationsFrom(
  db: Db,
  sight: Sight,
  wishes: readonly CitationWish[],
  from = 1,
): Promise<{ [ordinal: string]: Json }> {
  const citations: { [ordinal: string]: Json } = {};
  for (const [index, wish] of wishes.entries())
    citations[String(from + index)] = {
      source: await resolve(db, sight, 'source', wish.source),
      ...(wish.locator === undefined ? {} : { locator: wish.locator }),
      ...(wish.quote === undefined ? {} : { quote: wish.quote }),
    };
  return citations;
}

/** The content of a step as wished, before it has its place in the chain. */
export async function stepContent(db: Db, sight: Sight, mechanismId: string, wish: StepWish): Promise<Content> {
  const { fulfilment } = wish;
  return {
    mechanism: mechanismId,
    to: wish.to,
    date: wish.effective,
    ...(wish.extent === undefined ? {} : { extent: wish.extent }),
    reason: wish.reason,
    ...(fulfilment === undefined
      ? {}
      : {
          fulfilment: {
            ...(fulfilment.text === undefined ? {} : { text: fulfilment.text }),
            ...(fulfilment.conditions === undefined ? {} : { conditions: [...fulfilment.conditions] }),
            ...(fulfilment.citations?.length ? { citations: await citationsFrom(db, sight, fulfilment.citations) } : {}),
          },
        }),
    ...(wish.termEnds === undefined ? {} : { termEnds: wish.termEnds }),
    verified: wish.verified ?? false,
    ...(wish.notes === undefined ? {} : { notes: wish.notes }),
    citations: await citationsFrom(db, sight, wish.citations),
  };
}

/** The engine's view of a date that has been checked, or of one that is none: the check of the content speaks of that. */
export function spanOf(edtf: string, extent?: string): Span {
  const span = readDate(edtf, extent).span;
  return { edtf, earliest: span?.earliest ?? null, latest: span?.latest ?? null };
}

/** What the content of a step says on its condition, as the engine reads it. */
export function fulfilmentOf(content: Content): Fulfilment | null {
  const fulfilment = content.fulfilment as
    | { text?: string; conditions?: string[]; citations?: Record<string, unknown> }
    | undefined;
  if (fulfilment === undefined) return null;
  const { text, conditions, citations } = fulfilment;
  return {
    ...(text === undefined ? {} : { text }),
    ...(conditions === undefined ? {} : { conditions }),
    cited: Object.keys(citations ?? {}).length,
  };
}
