import { type Fault, type FaultCode, Refusal } from '@zvit/domain';

/** Where something stands in a file: names of fields and positions in lists, counted from 0. */
export type Path = readonly (string | number)[];

/** A fault of a file: beside the rule that was broken, the file, the line (from 1) and the field as one reads it there. */
export interface FileFault extends Fault {
  readonly file: string;
  readonly line: number;
  readonly field: string;
}

/** What knows the lines of a file. */
export interface Lined {
  readonly name: string;
  lineOf(path: Path): number;
}

/** `participants[3].acts[0].date`. */
export const fieldName = (path: Path): string =>
  path
    .map((token) => (typeof token === 'number' ? `[${token}]` : `.${token}`))
    .join('')
    .replace(/^\./, '');

export function faultAt(file: Lined, path: Path, code: FaultCode, detail: string): FileFault {
  const tokens = [file.name, ...path].map((token) => String(token).replaceAll('~', '~0').replaceAll('/', '~1'));
  return {
    pointer: `/${tokens.join('/')}`,
    code,
    detail,
    file: file.name,
    line: file.lineOf(path),
    field: fieldName(path),
  };
}

/** Refuses an import with all its faults in order of file and line, one for each field; does nothing when there are none. */
export function refuseFiles(faults: readonly FileFault[]): void {
  if (faults.length === 0) return;
  const first = new Map<string, FileFault>();
  for (const fault of faults) if (!first.has(fault.pointer)) first.set(fault.pointer, fault);
  const all = [...first.values()].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  const files = new Set(all.map((fault) => fault.file)).size;
  const where = `${all[0]!.file}, line ${all[0]!.line}, ${all[0]!.field}: ${all[0]!.detail}`;
  throw new Refusal(
    'invalid-input',
    `${counted(all.length, 'fault')} in ${counted(files, 'file')}; nothing was stored. ${where}`,
    {
      faults: all,
    },
  );
}

const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
