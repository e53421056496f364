import { quoted } from './phrasing.js';
import type { Sentences } from './phrasing.js';

const plural = new Intl.PluralRules('en');
const q = (text: string) => `“${quoted(text)}”`;

const ACTS: Readonly<Record<string, string>> = {
  'intention-declared': 'declaration of intention',
  signed: 'signature',
  'parliament-approved': 'approval by parliament',
  ratified: 'ratification',
  deposited: 'deposit of the instrument',
  appointed: 'appointment',
  invoked: 'invocation',
  acceded: 'accession',
  joined: 'joining',
  'withdrawal-notified': 'notice of withdrawal',
  left: 'departure',
  'no-longer-named': 'absence from the list',
  'role-changed': 'change of role',
};
const STATES = { approved: 'approved', rejected: 'rejected', withdrawn: 'withdrawn' } as const;
const CONDITION_STATES: Readonly<Record<string, string>> = { open: 'open', failed: 'failed' };

/** The reasons in English. */
export const english: Sentences = {
  'unlawful-step': (r, name) => `The lifecycle has no step from ${q(name(r.from))} to ${q(name(r.to))}.`,
  'terminal-status': (r, name) =>
    `${q(name(r.from))} is a final status: no step leads out of it, not even to ${q(name(r.to))}.`,
  'not-an-entry': (r, name) => `${q(name(r.to))} is not a lawful first status in this lifecycle.`,
  'chain-broken': (r, name) => {
    const from = r.from === null ? 'from no status' : `from ${q(name(r.from))}`;
    const previous =
      r.previous === null ? 'there is no status before it' : `the status before it is ${q(name(r.previous))}`;
    return `The step to ${q(name(r.to))} starts ${from}, but ${previous}.`;
  },
  'fulfilment-missing': (r) =>
    `This step has a condition (${q(r.words)}): state with a citation how it is fulfilled, or point to a condition that is recorded as met.`,
  'fulfilment-uncited': (r) =>
    `The statement of how the condition ${q(r.words)} is fulfilled needs a citation of its own.`,
  'no-condition-recorded': (r, name) =>
    `No condition of the mechanism itself is recorded for the step to ${q(name(r.to))}; there must be at least one, and it must be met or waived.`,
  'no-threshold-recorded': (r, name) =>
    `No condition with a required number of parties is recorded for the step to ${q(name(r.to))}.`,
  'condition-open': (r, name) =>
    `The condition ${q(r.text ?? r.condition)} for the step to ${q(name(r.to))} is recorded as ${CONDITION_STATES[r.status] ?? r.status}, not as met or waived.`,
  'condition-not-recorded-as-met': (r) =>
    `The condition pointed to, ${q(r.text ?? r.condition)}, is not recorded as met or waived.`,
  'condition-elsewhere': (r, name) =>
    `The condition pointed to, ${q(r.text ?? r.condition)}, is not one of the mechanism’s own conditions for the step to ${q(name(r.to))}.`,
  'threshold-not-reached': (r) => {
    const need = plural.select(r.count) === 'one' ? `${r.count} party` : `${r.count} parties`;
    const have = plural.select(r.reached) === 'one' ? `${r.reached} is` : `${r.reached} are`;
    return `This step needs ${need} with the act ${q(ACTS[r.act] ?? r.act)}; ${have} recorded.`;
  },
  'term-lapsed': (r) =>
    `The running term ended on ${r.termEnds}: a decision of ${r.effective} comes too late to prolong it.`,
  'term-not-shown': (r) =>
    r.termEnds === null
      ? 'The end of the running term is not recorded: state with a citation why the term had not lapsed.'
      : `The date ${r.effective} does not show that the decision was taken by the end of the term on ${r.termEnds}: state with a citation why the term had not lapsed.`,
  'milestone-reached': (r, name) =>
    `This step is possible only before the status ${q(name(r.milestone))}, and that status was reached (date: ${r.since}).`,
  'no-founding-that-day': (r) =>
    `No founding is recorded on the exact day of this step (date: ${r.effective}); founding and start of work must fall on one day.`,
  'own-proposal': () => 'You made this proposal yourself: another person must decide on it.',
  'not-the-proposer': () => 'Only the person who made the proposal can withdraw it.',
  'role-missing': () => 'You do not have the role that is needed to reject a proposal.',
  'proposal-closed': (r) => `The proposal has already been ${STATES[r.state]}.`,
  'proposal-stale': () =>
    'The record has moved on since this proposal was made: the proposal is stale and must be made anew.',
  'content-changed': () =>
    'The content of the proposal is not the content that was read: read it again before you decide.',
  'not-in-chain': () => 'The step named is not among the recorded steps of this mechanism.',
  recordedStep: (to) => `This concerns the step to ${q(to)} that is already recorded.`,
};
