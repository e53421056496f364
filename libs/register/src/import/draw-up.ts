import { type Content, type ContentType } from '@zvit/domain';
import { faultAt, type FileFault, type Path } from './file-fault.js';
import { type Plan } from './plan.js';
import { LIFECYCLE, LISTED, MECHANISM, PARTY, SOURCE, TERM } from './plans.js';
import { type DataFile } from './read-files.js';
import { isGroup, readRecord, type Refs } from './read-record.js';

/** A record as the files want it. */
export interface Wanted {
  readonly type: ContentType;
  /** The data's own name for it; one of several that share it gets a mark behind it later. */
  readonly key: string;
  readonly repeats: boolean;
  /** Slug of the mechanism whose file it stands in. */
  readonly mechanism: string | null;
  readonly content: Content;
  readonly file: DataFile;
  readonly at: Path;
  readonly where: ReadonlyMap<string, Path>;
  /** As it stands in the file. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The closed vocabularies, all of which stand in the file of lifecycles. */
export const VOCABULARIES = [
  'requirements',
  'mechanism_kinds',
  'event_kinds',
  'relation_types',
  'track_statuses',
  'condition_statuses',
  'condition_bearings',
  'participation_acts',
  'participation_ends',
  'interval_extents',
  'forecast_outcomes',
  'figure_measures',
  'figure_units',
  'figure_precisions',
  'source_types',
  'participant_roles',
];

/** The list of a file that is nothing but lists. */
export function listIn(file: DataFile | undefined, name: string): readonly unknown[] {
  const value = isGroup(file?.value) ? file.value[name] : undefined;
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** Turns files into the records they want, in the order of the files. Faults of form are collected, never thrown. */
export class DrawingUp {
  readonly wanted: Wanted[] = [];
  readonly faults: FileFault[] = [];

  constructor(private readonly refs: Refs) {}

  run(files: readonly DataFile[]): this {
    for (const file of files) {
      this.faults.push(...file.faults);
      if (file.value === undefined) continue;
      if (file.name === 'parties.yaml') this.listFile(file, { parties: ['party', PARTY] });
      else if (file.name === 'sources.yaml') this.listFile(file, { sources: ['source', SOURCE] });
      else if (file.name === 'lifecycles.yaml')
        this.listFile(file, { lifecycles: ['lifecycle', LIFECYCLE] }, 'vocabularies');
      else this.mechanismFile(file);
    }
    return this;
  }

  private listFile(file: DataFile, lists: Record<string, [ContentType, Plan]>, vocabularies?: string): void {
    const names = [...Object.keys(lists), ...(vocabularies ? [vocabularies] : [])];
    if (!this.isGroupOf(file, file.value, [], names)) return;
    for (const [name, [type, plan]] of Object.entries(lists)) {
      if (file.value[name] !== undefined && !Array.isArray(file.value[name]))
        this.faults.push(faultAt(file, [name], 'wrong-type', 'This is a list.'));
      for (const [index, item] of listIn(file, name).entries())
        this.add({ file, type, plan, at: [name, index], mechanism: null }, item, isGroup(item) ? String(item.id) : '');
    }
    if (vocabularies) this.vocabularies(file, file.value[vocabularies], vocabularies);
  }

  private vocabularies(file: DataFile, value: unknown, at: string): void {
    if (!this.isGroupOf(file, value, [at], VOCABULARIES)) return;
    for (const [name, terms] of Object.entries(value).filter(([key]) => VOCABULARIES.includes(key))) {
      if (!Array.isArray(terms)) {
        this.faults.push(faultAt(file, [at, name], 'wrong-type', 'This is a list.'));
        continue;
      }
      const where = new Map<string, Path>([['', [at, name]]]);
      const items = terms.map((term: unknown, index): [string, Content] => {
        const path = [at, name, index];
        if (typeof term === 'string') {
          where.set(`/terms/${index + 1}`, path);
          return [String(index + 1), { id: term }];
        }
        const read = readRecord(TERM, term, path, this.refs, (...fault) => this.blame(file, ...fault));
        for (const [pointer, place] of read.where) where.set(`/terms/${index + 1}${pointer}`, place);
        return [String(index + 1), read.content];
      });
      const content = { key: name, terms: Object.fromEntries(items) };
      this.wanted.push({
        type: 'vocabulary',
        key: name,
        repeats: false,
        mechanism: null,
        content,
        file,
        at: [at, name],
        where,
        raw: {},
      });
    }
  }

  private mechanismFile(file: DataFile): void {
    const slug = isGroup(file.value) ? String(file.value.id) : '';
    this.add({ file, type: 'mechanism', plan: MECHANISM, at: [], mechanism: null }, file.value, slug);
    const id = this.refs('mechanism', slug) ?? slug;
    for (const { yaml, type, plan, key, repeats } of LISTED)
      for (const [index, item] of listIn(file, yaml).entries())
        this.add(
          { file, type, plan, at: [yaml, index], mechanism: slug, repeats },
          item,
          isGroup(item) ? key(slug, item) : '',
          { mechanism: id },
        );
  }

  private add(
    place: Pick<Wanted, 'file' | 'type' | 'at' | 'mechanism'> & { plan: Plan; repeats?: boolean },
    item: unknown,
    key: string,
    more: Content = {},
  ): void {
    const { plan, repeats = false, ...rest } = place;
    const { content, where } = readRecord(plan, item, rest.at, this.refs, (...fault) =>
      this.blame(rest.file, ...fault),
    );
    const raw = isGroup(item) ? item : {};
    this.wanted.push({ ...rest, key, repeats, content: { ...more, ...content, key }, where, raw });
  }

  private isGroupOf(
    file: DataFile,
    value: unknown,
    at: Path,
    names: readonly string[],
  ): value is Record<string, unknown> {
    if (!isGroup(value)) {
      this.blame(file, at, 'wrong-type', 'This is a group of fields.');
      return false;
    }
    for (const name of Object.keys(value))
      if (!names.includes(name)) this.blame(file, [...at, name], 'unknown-field', `There is no field ${name} here.`);
    for (const name of names)
      if (value[name] === undefined) this.blame(file, [...at, name], 'missing', `${name} has to be given.`);
    return true;
  }

  private blame(file: DataFile, at: Path, code: FileFault['code'], detail: string): void {
    this.faults.push(faultAt(file, at, code, detail));
  }
}
