import { quoted } from './phrasing.js';
import type { Sentences } from './phrasing.js';

const plural = new Intl.PluralRules('uk');
const q = (text: string) => `«${quoted(text)}»`;

const ACTS: Readonly<Record<string, string>> = {
  'intention-declared': 'заява про намір',
  signed: 'підписання',
  'parliament-approved': 'схвалення парламентом',
  ratified: 'ратифікація',
  deposited: 'здавання грамоти на зберігання',
  appointed: 'призначення',
  invoked: 'задіяння механізму',
  acceded: 'приєднання',
  joined: 'початок участі',
  'withdrawal-notified': 'повідомлення про вихід',
  left: 'вихід',
  'no-longer-named': 'відсутність у списку',
  'role-changed': 'зміна ролі',
};
const STATES = { approved: 'схвалено', rejected: 'відхилено', withdrawn: 'відкликано' } as const;
const CONDITION_STATES: Readonly<Record<string, string>> = { open: 'відкриту', failed: 'нездійсненну' };

/** 1, 21 … сторона; 2–4, 22–24 … сторони; 0, 5–20, 25 … сторін. The verb follows the number too. */
const NEEDED: Readonly<Record<string, (count: number) => string>> = {
  one: (count) => `Потрібна ${count} сторона`,
  few: (count) => `Потрібні ${count} сторони`,
};
const manyNeeded = (count: number) => `Потрібно ${count} сторін`;

/** The reasons in Ukrainian. */
export const ukrainian: Sentences = {
  'unlawful-step': (r, name) =>
    `Життєвий цикл не передбачає кроку від статусу ${q(name(r.from))} до статусу ${q(name(r.to))}.`,
  'terminal-status': (r, name) =>
    `${q(name(r.from))} — кінцевий статус: з нього немає жодного кроку, зокрема й до статусу ${q(name(r.to))}.`,
  'not-an-entry': (r, name) => `${q(name(r.to))} не є допустимим першим статусом у цьому життєвому циклі.`,
  'chain-broken': (r, name) => {
    const from = r.from === null ? 'без попереднього статусу' : `зі статусу ${q(name(r.from))}`;
    const previous =
      r.previous === null ? 'перед ним немає жодного статусу' : `статус перед ним — ${q(name(r.previous))}`;
    return `Крок до статусу ${q(name(r.to))} починається ${from}, але ${previous}.`;
  },
  'fulfilment-missing': (r) =>
    `Цей крок має умову (${q(r.words)}): зазначте з посиланням на джерело, як її виконано, або вкажіть умову, зафіксовану як виконану.`,
  'fulfilment-uncited': (r) => `Пояснення, як виконано умову ${q(r.words)}, потребує власного посилання на джерело.`,
  'no-condition-recorded': (r, name) =>
    `Для кроку до статусу ${q(name(r.to))} не зафіксовано жодної умови самого механізму; має бути щонайменше одна, і її має бути виконано або знято.`,
  'no-threshold-recorded': (r, name) =>
    `Для кроку до статусу ${q(name(r.to))} не зафіксовано умови щодо необхідної кількості сторін.`,
  'condition-open': (r, name) =>
    `Умову ${q(r.text ?? r.condition)} для кроку до статусу ${q(name(r.to))} зафіксовано як ${CONDITION_STATES[r.status] ?? q(r.status)}, а не як виконану чи зняту.`,
  'condition-not-recorded-as-met': (r) =>
    `Зазначену умову ${q(r.text ?? r.condition)} не зафіксовано як виконану чи зняту.`,
  'condition-elsewhere': (r, name) =>
    `Зазначена умова ${q(r.text ?? r.condition)} не належить до власних умов механізму для кроку до статусу ${q(name(r.to))}.`,
  'threshold-not-reached': (r) => {
    const need = (NEEDED[plural.select(r.count)] ?? manyNeeded)(r.count);
    return `${need} з дією ${q(ACTS[r.act] ?? r.act)}; зафіксовано: ${r.reached}.`;
  },
  'term-lapsed': (r) =>
    `Поточний строк закінчився ${r.termEnds}: рішення від ${r.effective} запізнилося, щоб його продовжити.`,
  'term-not-shown': (r) =>
    r.termEnds === null
      ? 'Кінець поточного строку не зафіксовано: поясніть із посиланням на джерело, чому строк не сплив.'
      : `Дата ${r.effective} не доводить, що рішення ухвалено до кінця строку ${r.termEnds} включно: поясніть із посиланням на джерело, чому строк не сплив.`,
  'milestone-reached': (r, name) =>
    `Цей крок можливий лише до статусу ${q(name(r.milestone))}, а цього статусу вже було досягнуто (дата: ${r.since}).`,
  'no-founding-that-day': (r) =>
    `Саме на день цього кроку (дата: ${r.effective}) не зафіксовано заснування; заснування і початок роботи мають припадати на один день.`,
  'own-proposal': () => 'Цю пропозицію внесли ви: рішення щодо неї має ухвалити інша особа.',
  'not-the-proposer': () => 'Відкликати пропозицію може лише особа, яка її внесла.',
  'role-missing': () => 'Ви не маєте ролі, потрібної для відхилення пропозиції.',
  'proposal-closed': (r) => `Пропозицію вже ${STATES[r.state]}.`,
  'proposal-stale': () => 'Відколи внесено цю пропозицію, записи змінилися: вона застаріла, і її слід внести знову.',
  'content-changed': () =>
    'Зміст пропозиції відрізняється від прочитаного: прочитайте її ще раз, перш ніж ухвалювати рішення.',
  'not-in-chain': () => 'Зазначений крок не належить до зафіксованих кроків цього механізму.',
  recordedStep: (to) => `Це стосується вже зафіксованого кроку до статусу ${q(to)}.`,
};
