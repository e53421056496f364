import { type Fault } from '@zvit/domain';
import { endOfString } from './json-depth.js';

const MOST_FAULTS = 20;

/**
 * What no text of ours may hold, wherever it stands in a parsed value: NUL (PostgreSQL takes none), lone surrogates (they have no
 * UTF-8), keys that reach for prototypes, numbers too large for any number. The value nests at most as deep as `jsonDepth` let pass.
 */
export function jsonFaults(value: unknown, pointer = ''): Fault[] {
  if (typeof value === 'string') return textFaults(value, pointer);
  if (typeof value === 'number' && !Number.isFinite(value))
    return [{ pointer, code: 'wrong-type', detail: 'This number is too large.' }];
  if (typeof value !== 'object' || value === null) return [];
  const faults: Fault[] = [];
  for (const [key, item] of Object.entries(value)) {
    if (faults.length >= MOST_FAULTS) break;
    const here = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const ofKey = keyFaults(key, pointer, here);
    faults.push(...(ofKey.length > 0 ? ofKey : jsonFaults(item, here)));
  }
  return faults.slice(0, MOST_FAULTS);
}

function keyFaults(key: string, pointer: string, here: string): Fault[] {
  // A key that can't be written can't be pointed at either: the pointer ends at the object that holds it.
  if (textFaults(key, here).length > 0)
    return [{ pointer, code: 'forbidden-text', detail: 'A key holds NUL or half a character.' }];
  // `__proto__`, `constructor`, `toString` …: every object has them already, so no check of a shape would miss them.
  if (key in Object.prototype) return [{ pointer: here, code: 'unknown-field', detail: `${key} is no field.` }];
  return [];
}

function textFaults(text: string, pointer: string): Fault[] {
  if (text.includes('\0')) return [{ pointer, code: 'forbidden-text', detail: 'This text holds NUL.' }];
  if (/\p{Surrogate}/u.test(text))
    return [{ pointer, code: 'forbidden-text', detail: 'This text holds half a character (a lone surrogate).' }];
  return [];
}

/**
 * Keys that stand twice in one object, of which JSON.parse silently keeps the last. `text` is JSON that was parsed before, so that
 * only the signs between strings have to be looked at.
 */
export function duplicateKeys(text: string): Fault[] {
  const objects: (Set<string> | null)[] = [];
  const faults: Fault[] = [];
  for (let at = 0; at < text.length && faults.length < MOST_FAULTS; at += 1) {
    const sign = text[at];
    if (sign === '{') objects.push(new Set());
    else if (sign === '[') objects.push(null);
    else if (sign === '}' || sign === ']') objects.pop();
    else if (sign === '"') {
      const end = endOfString(text, at);
      const keys = objects.at(-1);
      if (keys && isKey(text, end)) {
        const key = JSON.parse(text.slice(at, end + 1)) as string;
        if (keys.has(key)) faults.push({ pointer: '', code: 'duplicate', detail: 'An object has the same key twice.' });
        keys.add(key);
      }
      at = end;
    }
  }
  return faults.slice(0, 1);
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (' \t\r\n'.includes(text[at] ?? '?')) at += 1;
  return text[at] === ':';
}
