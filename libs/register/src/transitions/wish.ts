import { type Content, type Fulfilment, readDate, type Sight, type Span } from '@zvit/domain';
import { type Db, resolve } from '@zvit/store';
import { type CitationWish, citationsFrom, given } from '../records/wished-citations.js';

/** What a legal officer asks for when a mechanism's status moves. */
export interface StepWish {
  readonly to: string;
  /** EDTF: when the step took effect in the world. */
  readonly effective: string;
  readonly extent?: 'within' | 'throughout';
  readonly reason: string;
  readonly citations?: readonly CitationWish[];
  readonly fulfilment?: {
    readonly text?: string;
    readonly citations?: readonly CitationWish[];
    readonly conditions?: readonly string[];
  };
  readonly termEnds?: string | null;
  readonly verified?: boolean;
  readonly notes?: string;
}

/** The content of a step as wished, before it has its place in the chain. */
export async function stepContent(db: Db, sight: Sight, mechanismId: string, wish: StepWish): Promise<Content> {
  const { fulfilment } = wish;
  return given({
    mechanism: mechanismId,
    to: wish.to,
    date: wish.effective,
    extent: wish.extent,
    reason: wish.reason,
    fulfilment:
      fulfilment &&
      given({
        text: fulfilment.text,
        conditions: fulfilment.conditions && (await conditionIds(db, sight, fulfilment.conditions)),
        citations: fulfilment.citations && (await citationsFrom(db, sight, fulfilment.citations)),
      }),
    termEnds: wish.termEnds,
    verified: wish.verified ?? false,
    notes: wish.notes,
    citations: await citationsFrom(db, sight, wish.citations),
  });
}

/** Conditions may be pointed at by the data's own names; what can't be resolved is named by the reasons against the step. */
const conditionIds = (db: Db, sight: Sight, named: readonly string[]): Promise<string[]> =>
  Promise.all(named.map((name) => resolve(db, sight, 'condition', name)));

/** The engine's view of a date that has been checked, or of one that is none: the check of the content speaks of that. */
export function spanOf(edtf: string, extent?: string): Span {
  const span = readDate(edtf, extent).span;
  return { edtf, earliest: span?.earliest ?? null, latest: span?.latest ?? null };
}

/** What the content of a step says on its condition, as the engine reads it. */
export function fulfilmentOf(content: Content): Fulfilment | null {
  const fulfilment = content.fulfilment as
    { text?: string; conditions?: string[]; citations?: Record<string, unknown> } | null | undefined;
  if (fulfilment === undefined || fulfilment === null) return null;
  const { text, conditions, citations } = fulfilment;
  return {
    ...(text === undefined ? {} : { text }),
    ...(conditions === undefined ? {} : { conditions }),
    cited: Object.keys(citations ?? {}).length,
  };
}
