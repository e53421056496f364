import { type FaultCode } from '@zvit/domain';
import { type Wanted } from './draw-up.js';
import { faultAt, type FileFault, type Path } from './file-fault.js';

/** Names that no two records may share, also across these kinds. */
const ONE_NAME_SPACE = new Set(['mechanism', 'event', 'condition', 'forecast', 'figure']);

/** Rules of the files that no single record can answer for: names, addresses, numbers, passages. All faults at once. */
export function fileFaults(wanted: readonly Wanted[]): FileFault[] {
  const faults: FileFault[] = [];
  const blame = (one: Wanted, at: Path, code: FaultCode, detail: string) =>
    faults.push(faultAt(one.file, [...one.at, ...at], code, detail));
  const names = new Map<string, Wanted>();
  const addresses = new Map<string, Wanted>();
  for (const one of wanted) {
    const name = `${ONE_NAME_SPACE.has(one.type) ? '' : one.type} ${one.key}`;
    if (!one.repeats && names.has(name)) blame(one, ['id'], 'duplicate', `${one.key} names another record too.`);
    names.set(name, one);
    if (one.type === 'source' && typeof one.raw.url === 'string') {
      if (addresses.has(one.raw.url))
        blame(one, ['url'], 'duplicate', `${addresses.get(one.raw.url)!.key} has this address too.`);
      addresses.set(one.raw.url, one);
    }
    if (one.type === 'mechanism' && one.file.name !== `mechanisms/${one.key}.yaml`)
      blame(one, ['id'], 'contradiction', 'The name of the file is that of the mechanism.');
  }
  for (const one of wanted) {
    if (one.type === 'source' && hasLoop(one, names))
      blame(one, ['part_of'], 'contradiction', 'A source is no passage of itself.');
    for (const field of ['met_by', 'later_event']) {
      const event = one.type === 'forecast' ? names.get(` ${String(one.raw[field])}`) : undefined;
      if (event && (event.type !== 'event' || event.mechanism !== one.mechanism))
        blame(one, [field], 'unknown-reference', `${event.key} is no event of this mechanism.`);
    }
    for (const list of ['terms', 'statuses'])
      twice(one, list).forEach(([at, id]) => blame(one, at, 'duplicate', `${id} stands twice.`));
  }
  numberFaults(wanted, blame);
  return faults;
}

function hasLoop(source: Wanted, names: ReadonlyMap<string, Wanted>): boolean {
  const passed = new Set<Wanted>();
  for (let at: Wanted | undefined = source; at; at = names.get(`source ${String(at.raw.part_of)}`)) {
    if (passed.has(at)) return at === source;
    passed.add(at);
  }
  return false;
}

/** Items of a list that have an id which an earlier one has. */
function twice(one: Wanted, list: string): [Path, string][] {
  if (one.type !== 'vocabulary' && one.type !== 'lifecycle') return [];
  const items = Object.values((one.content[list] ?? {}) as Record<string, { id?: string }>);
  const isTerms = one.type === 'vocabulary';
  return items.flatMap(({ id }, index): [Path, string][] =>
    id !== undefined && items.findIndex((other) => other.id === id) < index
      ? [[isTerms ? [index] : [list, index], id]]
      : [],
  );
}

function numberFaults(
  wanted: readonly Wanted[],
  blame: (one: Wanted, at: Path, code: FaultCode, detail: string) => void,
): void {
  const next = new Map<string, number>();
  for (const one of wanted) {
    if (one.type !== 'mission') continue;
    const number = (next.get(one.mechanism!) ?? 0) + 1;
    next.set(one.mechanism!, number);
    if (one.raw.number !== number)
      blame(one, ['number'], 'contradiction', `Missions are numbered from 1 without gaps; this is ${number}.`);
  }
}
