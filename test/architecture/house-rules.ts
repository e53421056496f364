// What a file may be called, how long it may be and what may not stand in it: each rule takes a path and a text and gives the
// faults as sentences, so that it can be tried on made-up files.

const endings = ['module', 'controller', 'dto', 'entity', 'reader', 'projection', 'guard', 'pipe', 'filter'];
const closedList = new Set([...endings, 'interceptor', 'decorator', 'spec', 'e2e-spec']);
/** Words that say nothing about what a file holds, with their plurals. */
const empty = new Set(['service', 'manager', 'helper', 'util', 'common', 'shared', 'misc', 'base', 'impl', 'type']);
/** Of these, the ones that say nothing at the end of a name either: `export-manager.ts`. */
const emptyAtTheEnd = new Set(['service', 'manager', 'helper', 'util', 'impl']);
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const sourceLines = 300;
const specLines = 400;

const singular = (word: string) => word.replace(/s$/, '');
export const isSpec = (path: string) => /\.(e2e-)?spec\.ts$/.test(path);

function nameFaults(name: string): string[] {
  const faults: string[] = [];
  if (!kebab.test(name)) faults.push(`"${name}" is not kebab-case`);
  const last = singular(name.split('-').at(-1) ?? name);
  // "type" alone may be a word of the matter, "types" is a drawer for everything.
  if ((empty.has(singular(name)) && name !== 'type') || emptyAtTheEnd.has(last)) faults.push(`"${name}" says nothing`);
  return faults;
}

/** Faults in the names of one source file and of the folders on the way to it, a path with `/` from the root of the house. */
export function namingFaults(path: string): string[] {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const [stem = '', ...rest] = file.split('.');
  const extension = rest.pop() ?? '';
  const faults = [...folders.filter((name) => !name.startsWith('.')), stem].flatMap(nameFaults);
  if (!['ts', 'tsx', 'mjs', 'cjs'].includes(extension)) faults.push(`.${extension} is no source`);
  if (rest.length > 1) faults.push(`"${file}" has more than one ending`);
  faults.push(
    ...rest.filter((ending) => !closedList.has(ending)).map((ending) => `.${ending} is not in the closed list`),
  );
  return faults.map((fault) => `${path}: ${fault}`);
}

export function countLines(text: string): number {
  return text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

export function sizeFaults(path: string, text: string): string[] {
  const most = isSpec(path) ? specLines : sourceLines;
  const lines = countLines(text);
  return lines > most ? [`${path}: ${lines} lines, at most ${most}`] : [];
}

/** The middle of the numbers; 0 when there are none. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[half] ?? 0;
  return ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

interface Ban {
  pattern: RegExp;
  reason: string;
  where: (path: string) => boolean;
}

const inTheHouse = (path: string) => /^(libs|apps)\//.test(path);
const bans: Ban[] = [
  // One writing lane holds the only entity manager; a repository handed out by the framework goes around it.
  { pattern: /\bInjectRepository\b|\bforFeature\s*\(/, reason: 'goes around the lane', where: inTheHouse },
  { pattern: /\bforwardRef\b|\bModuleRef\b/, reason: 'hides a circle', where: inTheHouse },
  {
    pattern: /\b(it|test|describe)\.(skip|only|todo)\b|\b(xit|fit|xdescribe|fdescribe|xtest)\s*\(/,
    reason: 'skips',
    where: isSpec,
  },
  { pattern: /\bjest\.(mock|unstable_mockModule)\s*\(/, reason: 'mocks our own code', where: isSpec },
  { pattern: /\b(TODO|FIXME|XXX)\b/, reason: 'is a promise, not a sentence', where: () => true },
  {
    pattern: /(^|[\s'"`(=])\/(work|root|home|Users)\/\w|\b[A-Z]:\\\w/,
    reason: 'is a path of one machine',
    where: () => true,
  },
];

/** Words that may not stand in a file, each with its line. */
export function contentFaults(path: string, text: string): string[] {
  const lines = text.split('\n');
  return bans
    .filter((ban) => ban.where(path))
    .flatMap((ban) =>
      lines.flatMap((line, at) => {
        const found = ban.pattern.exec(line)?.[0].trim();
        return found === undefined ? [] : [`${path}:${at + 1}: ${found} ${ban.reason}`];
      }),
    );
}

/** What a lib lacks of the two things by which it is entered: src/index.ts for code, README.md for people. */
export function doorFaults(lib: string, files: ReadonlySet<string>): string[] {
  return ['src/index.ts', 'README.md']
    .filter((name) => !files.has(`${lib}/${name}`))
    .map((name) => `${lib} has no ${name}`);
}
