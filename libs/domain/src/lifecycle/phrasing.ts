import type { LifecycleReason, ReasonCode } from './reasons.js';

/** The sentences of one language: one per code of reason, and the remark that another step, a recorded one, is meant. `name` gives
 *  the label of a status. */
export type Sentences = {
  readonly [Code in ReasonCode]: (
    reason: Extract<LifecycleReason, { code: Code }>,
    name: (status: string) => string,
  ) => string;
} & { readonly recordedStep: (to: string) => string };

/** Words of the record as they stand within a sentence: the full stop that ends them would end the sentence. */
export function quoted(text: string): string {
  return text.replace(/\.$/u, '');
}
