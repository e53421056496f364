import { quoted } from './phrasing.js';
import type { Sentences } from './phrasing.js';

const plural = new Intl.PluralRules('nl');
const q = (text: string) => `‘${quoted(text)}’`;

const ACTS: Readonly<Record<string, string>> = {
  'intention-declared': 'intentieverklaring',
  signed: 'ondertekening',
  'parliament-approved': 'parlementaire goedkeuring',
  ratified: 'ratificatie',
  deposited: 'nederlegging van de akte',
  appointed: 'benoeming',
  invoked: 'inroeping',
  acceded: 'toetreding',
  joined: 'deelname',
  'withdrawal-notified': 'kennisgeving van opzegging',
  left: 'vertrek',
  'no-longer-named': 'niet langer genoemd',
  'role-changed': 'wijziging van rol',
};
const STATES = { approved: 'goedgekeurd', rejected: 'afgewezen', withdrawn: 'ingetrokken' } as const;
const CONDITION_STATES: Readonly<Record<string, string>> = { open: 'openstaand', failed: 'niet meer vervulbaar' };

/** The reasons in Dutch. */
export const dutch: Sentences = {
  'unlawful-step': (r, name) => `De levenscyclus kent geen stap van ${q(name(r.from))} naar ${q(name(r.to))}.`,
  'terminal-status': (r, name) =>
    `${q(name(r.from))} is een eindstatus: daaruit leidt geen enkele stap, ook niet naar ${q(name(r.to))}.`,
  'not-an-entry': (r, name) => `${q(name(r.to))} is in deze levenscyclus geen toegestane eerste status.`,
  'chain-broken': (r, name) => {
    const from = r.from === null ? 'zonder voorafgaande status' : `bij ${q(name(r.from))}`;
    const previous =
      r.previous === null ? 'er gaat geen status aan vooraf' : `de status daarvoor is ${q(name(r.previous))}`;
    return `De stap naar ${q(name(r.to))} begint ${from}, maar ${previous}.`;
  },
  'fulfilment-missing': (r) =>
    `Aan deze stap is een voorwaarde verbonden (${q(r.words)}): vermeld met een bronverwijzing hoe daaraan is voldaan, of verwijs naar een voorwaarde die als vervuld is vastgelegd.`,
  'fulfilment-uncited': (r) =>
    `De toelichting hoe aan de voorwaarde ${q(r.words)} is voldaan, heeft een eigen bronverwijzing nodig.`,
  'no-condition-recorded': (r, name) =>
    `Voor de stap naar ${q(name(r.to))} is geen voorwaarde van het mechanisme zelf vastgelegd; er moet er ten minste één zijn, en die moet vervuld of prijsgegeven zijn.`,
  'no-threshold-recorded': (r, name) =>
    `Voor de stap naar ${q(name(r.to))} is geen voorwaarde met een vereist aantal partijen vastgelegd.`,
  'condition-open': (r, name) =>
    `De voorwaarde ${q(r.text ?? r.condition)} voor de stap naar ${q(name(r.to))} is vastgelegd als ${CONDITION_STATES[r.status] ?? r.status}, niet als vervuld of prijsgegeven.`,
  'condition-not-recorded-as-met': (r) =>
    `De voorwaarde waarnaar wordt verwezen, ${q(r.text ?? r.condition)}, is niet als vervuld of prijsgegeven vastgelegd.`,
  'condition-elsewhere': (r, name) =>
    `De voorwaarde waarnaar wordt verwezen, ${q(r.text ?? r.condition)}, is geen eigen voorwaarde van het mechanisme voor de stap naar ${q(name(r.to))}.`,
  'threshold-not-reached': (r) => {
    const need = plural.select(r.count) === 'one' ? `Er is ${r.count} partij` : `Er zijn ${r.count} partijen`;
    const have = plural.select(r.reached) === 'one' ? `is er ${r.reached}` : `zijn er ${r.reached}`;
    return `${need} nodig met de handeling ${q(ACTS[r.act] ?? r.act)}; daarvan ${have} vastgelegd.`;
  },
  'term-lapsed': (r) =>
    `De lopende termijn eindigde op ${r.termEnds}: een besluit van ${r.effective} komt te laat om die te verlengen.`,
  'term-not-shown': (r) =>
    r.termEnds === null
      ? 'Het einde van de lopende termijn is niet vastgelegd: vermeld met een bronverwijzing waarom de termijn niet was verstreken.'
      : `De datum ${r.effective} toont niet aan dat uiterlijk aan het einde van de termijn op ${r.termEnds} is besloten: vermeld met een bronverwijzing waarom de termijn niet was verstreken.`,
  'milestone-reached': (r, name) =>
    `Deze stap is alleen mogelijk vóór de status ${q(name(r.milestone))}, en die status is bereikt (datum: ${r.since}).`,
  'no-founding-that-day': (r) =>
    `Er is geen oprichting vastgelegd op precies de dag van deze stap (datum: ${r.effective}); oprichting en begin van het werk moeten op één dag vallen.`,
  'own-proposal': () => 'U hebt dit voorstel zelf gedaan: een ander moet erover beslissen.',
  'not-the-proposer': () => 'Alleen wie het voorstel heeft gedaan, kan het intrekken.',
  'role-missing': () => 'U hebt niet de rol die nodig is om een voorstel af te wijzen.',
  'proposal-closed': (r) => `Het voorstel is al ${STATES[r.state]}.`,
  'proposal-stale': () =>
    'Sinds dit voorstel is gedaan, is wat is vastgelegd veranderd: het voorstel is achterhaald en moet opnieuw worden gedaan.',
  'content-changed': () =>
    'De inhoud van het voorstel is niet de inhoud die is gelezen: lees het voorstel opnieuw voordat u beslist.',
  'not-in-chain': () => 'De genoemde stap is geen vastgelegde stap van dit mechanisme.',
  recordedStep: (to) => `Dit betreft de al vastgelegde stap naar ${q(to)}.`,
};
