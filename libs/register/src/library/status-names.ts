import { type Lifecycle, SENTENCE_LANGS, statusNames, type StatusNames } from '@zvit/domain';

/** The labels of a lifecycle's statuses in each language, for sentences. */
export const namesOf = (lifecycle: Lifecycle): Record<string, StatusNames> =>
  Object.fromEntries(SENTENCE_LANGS.map((lang) => [lang, statusNames(lifecycle, lang)]));
