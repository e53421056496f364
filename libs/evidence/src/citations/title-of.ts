import { type Content, type Json } from '@zvit/domain';

const SPEAKING = [
  'title',
  'statement',
  'text',
  'subject',
  'reason',
  'value',
  'field',
  'measure',
  'role',
  'type',
  'act',
];
const LONGEST = 200;

/** What a record, or a statement within it, is called: its name or title, or the beginning of what it says. */
export function titleOf(content: Content, path: string): string {
  const place = path.split('/').slice(1);
  let part: Json | undefined = content;
  for (const token of place) part = (part as Content | undefined)?.[token];
  const own = place.length > 0 ? called(part) : undefined;
  return shortened(own ?? called(content) ?? '');
}

function called(part: Json | undefined): string | undefined {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return undefined;
  const content = part as Content;
  const names = content.names as Content | undefined;
  if (typeof names?.en === 'string') return names.en;
  const found = SPEAKING.map((name) => content[name]).find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : undefined;
}

// Cut between characters, never within a surrogate pair.
const shortened = (text: string): string =>
  text.length > LONGEST ? `${Array.from(text).slice(0, LONGEST).join('')}…` : text;
