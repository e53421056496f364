import { type Content, type Json } from '@zvit/domain';
import { type PartyRefDto } from '../reading/named.dto.js';

const SAYING = [
  'title',
  'statement',
  'subject',
  'text',
  'value',
  'act',
  'place',
  'country',
  'reason',
  'measure',
  'type',
];
const LONGEST = 200;

/** What a statement says, or how what it says begins: enough to know it again in a list. */
export function statementWords(content: Content, path: string, parties: ReadonlyMap<string, PartyRefDto>): string {
  const part = path
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((within, name) => (within as Content | undefined)?.[name], content) as
    Content | undefined;
  const { party, role, team, number } = content;
  if (typeof party === 'string') {
    const act = path === '' ? role : part?.act;
    return shortened([parties.get(party)?.names.en, act].filter((word) => typeof word === 'string').join(': '));
  }
  const counted = typeof team === 'string' ? team : typeof number === 'number' ? String(number) : '';
  return shortened(says(part) ?? says(content) ?? counted);
}

function says(content: Content | undefined): string | undefined {
  const found = SAYING.map((name) => content?.[name]).find((value) => typeof value === 'string' && value !== '');
  return found as string | undefined;
}

// Cut between characters, never within a surrogate pair.
const shortened = (text: string): string =>
  text.length > LONGEST ? `${Array.from(text).slice(0, LONGEST).join('')}…` : text;
