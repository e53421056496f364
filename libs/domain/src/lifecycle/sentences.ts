import type { Reason } from '../errors.js';
import type { Lifecycle } from './lifecycle.js';
import type { LifecycleReason, ReasonCode } from './reasons.js';
import type { Sentences } from './phrasing.js';
import { english } from './sentences-en.js';
import { dutch } from './sentences-nl.js';
import { ukrainian } from './sentences-uk.js';

/** The languages of sentences. */
export const SENTENCE_LANGS = ['en', 'nl', 'uk'] as const;

/** One of {@link SENTENCE_LANGS}. */
export type SentenceLang = (typeof SENTENCE_LANGS)[number];

/** Id of a status → its label in the language of the sentence. */
export type StatusNames = ReadonlyMap<string, string>;

const LANGUAGES: Readonly<Record<SentenceLang, Sentences>> = { en: english, nl: dutch, uk: ukrainian };

/** Every code of reason, as a list; what has no sentence does not compile. */
export const REASON_CODES: readonly ReasonCode[] = Object.keys(english).filter(
  (key): key is ReasonCode => key !== 'recordedStep',
);

/** Whether a plain reason is one of the lifecycle, for which there is a sentence. */
export function isLifecycleReason(reason: Reason | LifecycleReason): reason is LifecycleReason {
  return (REASON_CODES as readonly string[]).includes(reason.code);
}

/** The labels of a lifecycle's statuses in a language, for {@link sentence}. */
export function statusNames(lifecycle: Lifecycle, lang: SentenceLang): StatusNames {
  return new Map(Object.entries(lifecycle.statuses).map(([id, status]) => [id, status[lang]]));
}

/** A reason as complete sentences. Texts of the record stand in quotation marks and are not translated. A status without a name is
 *  called by its id. The answer is plain text: whoever shows it as HTML escapes it. */
export function sentence(reason: LifecycleReason, lang: SentenceLang, names: StatusNames = new Map()): string {
  const language = LANGUAGES[lang];
  const name = (status: string) => names.get(status) ?? status;
  // The table pairs each code with the sentence for exactly that reason; TypeScript can't follow the pair through the look-up.
  const say = language[reason.code] as (reason: LifecycleReason, name: (status: string) => string) => string;
  const about = 'to' in reason && reason.step !== null ? ` ${language.recordedStep(name(reason.to))}` : '';
  return say(reason, name) + about;
}
