import { Injectable } from '@nestjs/common';
import { type Actor, type Classification, type ContentType, may, Refusal, sightOf } from '@zvit/domain';
import { type Db, FOREVER, Store, type Tx } from '@zvit/store';
import { checkPlanned } from './check-planned.js';
import { type Deed, deedFor, type Why } from './deed.js';
import { DrawingUp, listIn } from './draw-up.js';
import { refuseFiles } from './file-fault.js';
import { fileFaults } from './file-rules.js';
import { ImportBatch } from './import-batch.js';
import { Ids } from './ids.js';
import { match, type Planned } from './match.js';
import { type DataFile, readFiles } from './read-files.js';
import { isGroup } from './read-record.js';
import { replaySteps } from './replay-steps.js';
import { IMPORTED_TYPES, readStanding, type Standing } from './standing-records.js';

export interface ImportWishes {
  /** Class of what is new; `internal` unless said otherwise. What stands keeps its class. */
  readonly class?: Classification;
  /** Hears what is being done, in words for a person. */
  readonly onProgress?: (line: string) => void;
}

/** A record that an import did not touch although the files differ from it, and why. */
export interface LeftAlone {
  readonly type: ContentType;
  readonly key: string;
  readonly why: Why | 'not-in-files';
}

export interface ImportSummary {
  /** Opaque id of the batch; null where nothing was recorded. */
  readonly batch: string | null;
  readonly added: number;
  readonly corrected: number;
  readonly proposed: number;
  readonly unchanged: number;
  /** What came by an import and is no longer in the files. */
  readonly notInFiles: readonly LeftAlone[];
  readonly leftAlone: readonly LeftAlone[];
  /** Positions in the ledger of the first and the last entry of the batch. */
  readonly entries: { readonly first: number; readonly last: number } | null;
}

/** How many records are recorded between two looks at everything else that waits for this process. */
const BREATH = 25;

/**
 * Loads a folder of reference data as one batch that succeeds or fails whole, through the acts that a person uses. On an empty
 * ledger steps of status count as approved by whoever imports; later they become proposals. All faults of all files come at once.
 */
@Injectable()
export class ImportReference {
  constructor(private readonly store: Store) {}

  async run(actor: Actor, folder: string, wishes: ImportWishes): Promise<ImportSummary> {
    if (!may(actor.roles, 'import.run')) throw new Refusal('missing-role', 'Only an editor loads reference data.');
    const tell = wishes.onProgress ?? (() => undefined);
    const files = readFiles(folder, (name, done, total) => tell(`reading ${name} (${done} of ${total})`));
    return this.store.write(actor, async (tx) => {
      const standing = await readStanding(tx);
      tell('checking');
      const { planned, orders } = await plan(tx, actor, files, standing, wishes.class ?? 'internal');
      const batch = new ImportBatch(tx, actor, files);
      const sums = await carryOut(batch, planned, orders, await occasion(tx, files, standing), tell);
      const { first, last } = batch;
      return {
        batch: first === undefined ? null : batch.id,
        ...sums,
        notInFiles: gone(standing, planned),
        entries: first === undefined || last === undefined ? null : { first, last },
      };
    });
  }
}

/** What the files want, held against what stands; refuses with every fault there is. */
async function plan(
  tx: Tx,
  actor: Actor,
  files: readonly DataFile[],
  standing: readonly Standing[],
  classification: Classification,
) {
  const ids = new Ids(standing, () => tx.newId());
  giveIds(files, ids);
  const { wanted, faults } = new DrawingUp(ids.of).run(files);
  const planned = match(wanted, standing, ids, classification);
  const found = [
    ...faults,
    ...fileFaults(wanted),
    ...(await checkPlanned(tx, sightOf(actor.roles), planned, standing)),
  ];
  const { faults: unlawful, orders } = replaySteps(planned);
  const isWhole = files.every((file) => file.value !== undefined);
  // What a file that can't be read would have held is not missed as well.
  refuseFiles(isWhole ? [...found, ...unlawful] : found.filter((fault) => fault.code !== 'unknown-reference'));
  return { planned, orders };
}

/** Ids for all that others refer to, before anything is read that may refer to it. */
function giveIds(files: readonly DataFile[], ids: Ids): void {
  const give = (type: ContentType, items: readonly unknown[]) => {
    for (const item of items) if (isGroup(item) && typeof item.id === 'string') ids.give(type, item.id);
  };
  for (const file of files) {
    if (file.name.startsWith('mechanisms/')) {
      give('mechanism', [file.value]);
      give('event', listIn(file, 'events'));
    }
    give('party', listIn(file, 'parties'));
    give('source', listIn(file, 'sources'));
    give('lifecycle', listIn(file, 'lifecycles'));
  }
}

interface ThisTime {
  readonly first: boolean;
  readonly isUnchanged: (file: DataFile) => boolean;
}

async function occasion(db: Db, files: readonly DataFile[], standing: readonly Standing[]): Promise<ThisTime> {
  const batch = await db.get<{ content: string }>(
    'SELECT content FROM batch WHERE until_seq = ? ORDER BY from_seq DESC LIMIT 1',
    [FOREVER],
  );
  const known = batch ? (JSON.parse(batch.content) as { files: Record<string, { sha256: string }> }).files : {};
  const hashes = new Set(Object.values(known).map((file) => file.sha256));
  return { first: standing.length === 0, isUnchanged: (file) => hashes.has(file.sha256) };
}

async function carryOut(
  batch: ImportBatch,
  planned: readonly Planned[],
  orders: ReadonlyMap<string, number>,
  { first, isUnchanged }: ThisTime,
  tell: (line: string) => void,
) {
  const sums = { added: 0, corrected: 0, proposed: 0, unchanged: 0, leftAlone: [] as LeftAlone[] };
  const waiting = new Set<string | null>();
  for (const type of IMPORTED_TYPES) {
    const records = inOrder(planned.filter((one) => one.type === type));
    for (const [index, one] of records.entries()) {
      const deed = deedFor(one, {
        first,
        fileUnchanged: isUnchanged(one.file),
        earlierStepWaits: waiting.has(one.mechanism),
      });
      if (type === 'transition' && !first && (!one.standing?.content || deed.does === 'propose-add'))
        waiting.add(one.mechanism);
      const why = await doIt(batch, one, deed, orders.get(one.id));
      if (why !== undefined) sums.leftAlone.push({ type, key: one.key, why });
      else sums[SUM[deed.does as keyof typeof SUM]] += 1;
      if (index % BREATH === 0) {
        tell(`${type}: ${index + 1} of ${records.length}`);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }
  return sums;
}

const SUM = {
  add: 'added',
  correct: 'corrected',
  'propose-add': 'proposed',
  'propose-correct': 'proposed',
  nothing: 'unchanged',
} as const;

/** Carries out one deed; answers why not where it was left. */
async function doIt(batch: ImportBatch, one: Planned, deed: Deed, order?: number): Promise<Why | undefined> {
  switch (deed.does) {
    case 'leave':
      return deed.why;
    case 'add':
      await batch.add(one, order);
      return undefined;
    case 'correct':
      await batch.correct(one);
      return undefined;
    case 'nothing':
      return undefined;
    default: {
      const reasons = await batch.propose(one);
      return reasons === undefined ? undefined : `blocked: ${reasons}`;
    }
  }
}

/** Passages of a source stand after what they are part of. */
function inOrder(records: readonly Planned[]): readonly Planned[] {
  if (records[0]?.type !== 'source') return records;
  const depth = (one: Planned): number => {
    const whole = records.find((other) => other.id === one.content.partOf);
    return whole ? depth(whole) + 1 : 0;
  };
  return [...records].sort((a, b) => depth(a) - depth(b));
}

function gone(standing: readonly Standing[], planned: readonly Planned[]): LeftAlone[] {
  const wanted = new Set(planned.map((one) => one.id));
  return standing
    .filter((one) => one.imported && one.content && !wanted.has(one.id))
    .map(({ type, key }) => ({ type, key: key ?? '', why: 'not-in-files' }));
}
