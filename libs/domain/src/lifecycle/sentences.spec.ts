import { describe, expect, it } from '@jest/globals';
import type { Reason } from '../errors.js';
import type { LifecycleReason, ReasonCode } from './reasons.js';
import { isLifecycleReason, REASON_CODES, sentence, SENTENCE_LANGS, statusNames } from './sentences.js';

const at = { to: 'b', step: null };
const condition = { condition: 'c1', slug: 'funds', text: 'Funds are enough.', ...at };

/** One reason of each code: what is left out does not compile. */
const EXAMPLES: { [Code in ReasonCode]: Extract<LifecycleReason, { code: Code }> } = {
  'unlawful-step': { code: 'unlawful-step', from: 'a', ...at },
  'terminal-status': { code: 'terminal-status', from: 'a', ...at },
  'not-an-entry': { code: 'not-an-entry', ...at },
  'chain-broken': { code: 'chain-broken', from: 'a', previous: 'c', ...at },
  'fulfilment-missing': { code: 'fulfilment-missing', requirement: 'attested', words: 'Rules adopted.', ...at },
  'fulfilment-uncited': { code: 'fulfilment-uncited', requirement: 'attested', words: 'Rules adopted.', ...at },
  'no-condition-recorded': { code: 'no-condition-recorded', ...at },
  'no-threshold-recorded': { code: 'no-threshold-recorded', ...at },
  'condition-open': { code: 'condition-open', status: 'open', ...condition },
  'condition-not-recorded-as-met': { code: 'condition-not-recorded-as-met', ...condition },
  'condition-elsewhere': { code: 'condition-elsewhere', ...condition },
  'threshold-not-reached': { code: 'threshold-not-reached', act: 'ratified', count: 25, reached: 3, ...condition },
  'term-lapsed': { code: 'term-lapsed', termEnds: '2023-12-08', effective: '2024-01', ...at },
  'term-not-shown': { code: 'term-not-shown', termEnds: '2023-12-08', effective: '2023-12', ...at },
  'milestone-reached': { code: 'milestone-reached', milestone: 'a', since: '2024', ...at },
  'no-founding-that-day': { code: 'no-founding-that-day', effective: '2023-07-03', ...at },
  'own-proposal': { code: 'own-proposal' },
  'not-the-proposer': { code: 'not-the-proposer' },
  'role-missing': { code: 'role-missing' },
  'proposal-closed': { code: 'proposal-closed', state: 'rejected' },
  'proposal-stale': { code: 'proposal-stale' },
  'content-changed': { code: 'content-changed', given: 'x', expected: 'y' },
  'not-in-chain': { code: 'not-in-chain', step: 's' },
};

const all = Object.values(EXAMPLES);

describe('sentence', () => {
  it('has a whole sentence for every code in every language, and each language its own', () => {
    expect([...REASON_CODES].sort()).toEqual(Object.keys(EXAMPLES).sort());
    for (const reason of all) {
      const said = SENTENCE_LANGS.map((lang) => sentence(reason, lang));
      expect(new Set(said).size).toBe(3);
      for (const text of said) {
        expect(text).toMatch(/^[\p{Lu}“‘«].*\.$/u);
        expect(text).not.toMatch(/undefined|null|\.[”’»]|\.\.|NaN/u);
      }
      expect(said[2]).toMatch(/^(?:[^a-z]|«.*?»|\b[abc]\b)*$/u);
      expect(said[2]).toMatch(/\p{Script=Cyrillic}/u);
    }
  });

  it('says different things for different codes', () => {
    for (const lang of SENTENCE_LANGS) expect(new Set(all.map((r) => sentence(r, lang))).size).toBe(all.length);
  });

  it('names statuses by their labels, and by id where there is none', () => {
    const status = (label: string) => ({ en: label, nl: `${label} nl`, uk: `${label} uk`, definition: '', order: 0 });
    const lifecycle = {
      slug: 'l',
      kinds: [],
      initial: 'a',
      entries: ['a'],
      terminal: [],
      statuses: { a: status('First') },
      steps: [],
    };
    const reason = EXAMPLES['unlawful-step'];
    expect(sentence(reason, 'en', statusNames(lifecycle, 'en'))).toBe('The lifecycle has no step from “First” to “b”.');
    expect(sentence(reason, 'nl', statusNames(lifecycle, 'nl'))).toContain('‘First nl’');
    expect(sentence(reason, 'uk', statusNames(lifecycle, 'uk'))).toContain('«First uk»');
  });

  it('says when another, recorded step is meant', () => {
    const reason = { ...EXAMPLES['term-lapsed'], step: 's7' };
    expect(sentence(reason, 'en')).toMatch(/prolong it\. This concerns the step to “b” that is already recorded\.$/u);
    expect(sentence(reason, 'nl')).toMatch(/ Dit betreft de al vastgelegde stap naar ‘b’\.$/u);
    expect(sentence(reason, 'uk')).toMatch(/ Це стосується вже зафіксованого кроку до статусу «b»\.$/u);
  });

  it.each([
    [1, 0, 'Потрібна 1 сторона з дією «ратифікація»; зафіксовано: 0.'],
    [3, 2, 'Потрібні 3 сторони з дією «ратифікація»; зафіксовано: 2.'],
    [5, 4, 'Потрібно 5 сторін з дією «ратифікація»; зафіксовано: 4.'],
    [12, 1, 'Потрібно 12 сторін з дією «ратифікація»; зафіксовано: 1.'],
    [21, 1, 'Потрібна 21 сторона з дією «ратифікація»; зафіксовано: 1.'],
    [24, 1, 'Потрібні 24 сторони з дією «ратифікація»; зафіксовано: 1.'],
    [25, 1, 'Потрібно 25 сторін з дією «ратифікація»; зафіксовано: 1.'],
  ])('counts %i in Ukrainian as the grammar wants it', (count, reached, text) => {
    expect(sentence({ ...EXAMPLES['threshold-not-reached'], count, reached }, 'uk')).toBe(text);
  });

  it('counts one and many in English and Dutch, and calls an unknown act by its id', () => {
    const one = { ...EXAMPLES['threshold-not-reached'], count: 1, reached: 0 };
    const many = { ...one, count: 3, reached: 1, act: 'sealed' };
    expect(sentence(one, 'en')).toBe('This step needs 1 party with the act “ratification”; 0 are recorded.');
    expect(sentence(many, 'en')).toBe('This step needs 3 parties with the act “sealed”; 1 is recorded.');
    expect(sentence(one, 'nl')).toBe(
      'Er is 1 partij nodig met de handeling ‘ratificatie’; daarvan zijn er 0 vastgelegd.',
    );
    expect(sentence(many, 'nl')).toBe(
      'Er zijn 3 partijen nodig met de handeling ‘sealed’; daarvan is er 1 vastgelegd.',
    );
    expect(sentence(many, 'uk')).toContain('«sealed»');
  });

  it('says what is not known without a hole in the sentence', () => {
    const unknown = { condition: 'c9', slug: null, text: null, ...at };
    const reasons: LifecycleReason[] = [
      { code: 'chain-broken', from: null, previous: null, ...at },
      { code: 'term-not-shown', termEnds: null, effective: '2023', ...at },
      { code: 'condition-open', status: 'doubtful', ...unknown },
      { code: 'condition-not-recorded-as-met', ...unknown },
      { code: 'condition-elsewhere', ...unknown },
    ];
    for (const reason of reasons)
      for (const lang of SENTENCE_LANGS) expect(sentence(reason, lang)).not.toMatch(/undefined|null/u);
    expect(sentence(reasons[2]!, 'en')).toContain('“c9” for the step to “b” is recorded as doubtful');
  });

  it('knows its own reasons among plain ones', () => {
    const plain: readonly Reason[] = all;
    expect(plain.every(isLifecycleReason)).toBe(true);
    expect(isLifecycleReason({ code: 'recordedStep' })).toBe(false);
    expect(isLifecycleReason({ code: 'constructor' })).toBe(false);
  });
});
