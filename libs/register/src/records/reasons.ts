import { type Reason, Refusal } from '@zvit/domain';

/** Reasons against an act that are no matter of a lifecycle, with their sentences. */
const SENTENCES = {
  'proposal-open': {
    en: 'A proposal about this record is still open: it has to be decided on or withdrawn first.',
    nl: 'Over dit gegeven loopt nog een voorstel: daarover moet eerst worden beslist, of het moet worden ingetrokken.',
    uk: 'Щодо цього запису ще не вирішено пропозицію: спершу її слід розглянути або відкликати.',
  },
  'lowering-needs-proposal': {
    en: 'A class can only be raised: lowering one takes a proposal and a second person, which comes in a later version.',
    nl: 'Een rubricering kan alleen worden verhoogd: verlagen vraagt een voorstel en een tweede persoon, in een latere versie.',
    uk: 'Гриф можна лише підвищити: зниження потребує пропозиції та другої особи, що з’явиться в пізнішій версії.',
  },
} as const;

/** Refuses for one of these reasons: the typed value and its sentences, as every blocker has them. */
export function refuseFor(code: keyof typeof SENTENCES): never {
  const sentences = SENTENCES[code];
  const blocker: Reason = { code, sentences };
  throw new Refusal('blocked', sentences.en, { blockers: [blocker] });
}
