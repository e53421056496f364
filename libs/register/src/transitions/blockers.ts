import { type LifecycleReason, type Reason, Refusal, sentence, SENTENCE_LANGS, type StatusNames } from '@zvit/domain';

/** A typed reason with its sentence in each language: what the screen shows and what the refusal carries. */
export function spoken(reason: LifecycleReason, names?: Record<string, StatusNames>): Reason {
  const sentences = Object.fromEntries(SENTENCE_LANGS.map((lang) => [lang, sentence(reason, lang, names?.[lang])]));
  return { ...reason, sentences };
}

/** Refuses with all reasons at once; does nothing where there are none. */
export function refuseBlocked(reasons: readonly LifecycleReason[], names?: Record<string, StatusNames>): void {
  if (reasons.length === 0) return;
  const blockers = reasons.map((reason) => spoken(reason, names));
  const codes = new Set(reasons.map((reason) => reason.code));
  const first = (blockers[0]!.sentences as Record<string, string>).en!;
  const code = codes.has('own-proposal')
    ? 'own-proposal'
    : codes.has('proposal-stale')
      ? 'stale'
      : codes.has('content-changed')
        ? 'content-changed'
        : 'blocked';
  throw new Refusal(code, first, { blockers });
}
