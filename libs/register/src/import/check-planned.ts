import { checkLifecycle, type Content, type Fault, rankOf, type Sight } from '@zvit/domain';
import { type Db, type Known, Surrounded } from '@zvit/store';
import { lifecycleFrom } from '../transitions/lifecycle-state.js';
import { faultAt, type FileFault, type Path } from './file-fault.js';
import { type Planned } from './match.js';
import { type Standing } from './standing-records.js';

type Terms = Record<string, { id: string; effect?: string }>;

/** Every fault of every record, each checked as an act of a person is, as if all the others stood already. */
export async function checkPlanned(
  db: Db,
  sight: Sight,
  planned: readonly Planned[],
  standing: readonly Standing[],
): Promise<FileFault[]> {
  const around = new Surrounded(db, sight, comingOf(planned, standing));
  const faults: FileFault[] = [];
  for (const one of planned) {
    const found = await around.check(one.type, one.content);
    if (found.length === 0 && one.type === 'lifecycle') found.push(...lifecycleFaults(one.key, one.content));
    faults.push(...found.map((fault) => faultInFile(one, fault)));
  }
  return faults;
}

function comingOf(planned: readonly Planned[], standing: readonly Standing[]) {
  const records = new Map<string, Known>(
    standing.map(({ id, type, rank, retracted }) => [id, { type, rank, retracted }]),
  );
  const statuses = new Map<string, ReadonlySet<string>>();
  const lifecycles = new Map<unknown, ReadonlySet<string>>();
  const vocabularies = new Map<string, readonly { id: string; effect?: string }[]>();
  for (const { id, type, key, content } of planned) {
    if (!records.has(id)) records.set(id, { type, rank: rankOf(content.class as 'internal'), retracted: 0 });
    if (type === 'vocabulary') vocabularies.set(key, Object.values(content.terms as unknown as Terms));
    if (type === 'lifecycle')
      lifecycles.set(id, new Set(Object.values((content.statuses ?? {}) as Terms).map((status) => status.id)));
  }
  for (const { id, type, content } of planned)
    if (type === 'mechanism') statuses.set(id, lifecycles.get(content.lifecycle) ?? new Set());
  return { records, vocabularies, statuses };
}

/** The whole of a lifecycle, its pointers as content has them: lists counted from 1. */
function lifecycleFaults(slug: string, content: Content): Fault[] {
  const ids = Object.values(content.statuses as unknown as Terms).map((status) => status.id);
  return checkLifecycle(lifecycleFrom(slug, content)).map((fault) => ({
    ...fault,
    pointer: fault.pointer
      .replace(/^\/steps\/(\d+)/, (_, index) => `/steps/${Number(index) + 1}`)
      .replace(/^\/statuses\/(.+)$/, (_, id: string) => `/statuses/${ids.indexOf(id) + 1}`),
  }));
}

/** A fault of content at the place in the file from which that content came. */
export function faultInFile(one: Planned, fault: Fault): FileFault {
  let pointer = fault.pointer;
  while (pointer !== '' && !one.where.has(pointer)) pointer = pointer.slice(0, pointer.lastIndexOf('/'));
  const at: Path = one.where.get(pointer) ?? one.at;
  return faultAt(one.file, at, fault.code, fault.detail);
}
