import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { faultAt, type FileFault, type Lined, type Path } from './file-fault.js';

/** One file of the reference data. `value` is what it says, undefined where it can't be read. */
export interface DataFile extends Lined {
  readonly name: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly sha256: string;
  readonly value: unknown;
  readonly faults: readonly FileFault[];
}

const LISTS = ['lifecycles.yaml', 'parties.yaml', 'sources.yaml'];

/** Reads every file of a folder of reference data: the three lists and one file a mechanism. Throws nothing: faults are told. */
export function readFiles(folder: string, onFile: (name: string, done: number, total: number) => void): DataFile[] {
  const mechanisms = existsSync(join(folder, 'mechanisms')) ? readdirSync(join(folder, 'mechanisms')) : [];
  const names = [
    ...LISTS,
    ...mechanisms
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => `mechanisms/${name}`),
  ];
  return names.map((name, index) => {
    onFile(name, index + 1, names.length);
    return readFile(folder, name);
  });
}

function readFile(folder: string, name: string): DataFile {
  const path = join(folder, name);
  if (!existsSync(path)) {
    const nowhere = { name, lineOf: () => 1 };
    return {
      ...nowhere,
      sha256: '',
      value: undefined,
      faults: [faultAt(nowhere, [], 'missing', 'There is no such file.')],
    };
  }
  const bytes = readFileSync(path);
  const lines = new LineCounter();
  const document = parseDocument(bytes.toString('utf8'), { version: '1.2', uniqueKeys: true, lineCounter: lines });
  const lineOf = (at: Path): number => {
    for (let length = at.length; length >= 0; length -= 1) {
      const node: unknown = length === 0 ? document.contents : document.getIn(at.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const faults = document.errors.map((error): FileFault => {
    const line = error.linePos?.[0].line ?? 1;
    const broken = faultAt(
      { name, lineOf: () => line },
      [],
      'wrong-type',
      error.message.split('\n')[0]!.replace(/:$/, ''),
    );
    return { ...broken, pointer: `${broken.pointer}#${error.pos[0]}` };
  });
  // A field given twice can still be read; anything else makes it uncertain what stands where.
  const readable = document.errors.every((error) => error.code === 'DUPLICATE_KEY');
  const value: unknown = readable ? document.toJS() : undefined;
  return { name, lineOf, sha256: createHash('sha256').update(bytes).digest('hex'), value, faults };
}
