import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { dateInWords, type Day, EXTENTS, readDate } from '../dates/index.js';
import { checkParticipation } from './check-participation.js';
import { type Effect, type Effects, type Participation, PARTICIPATION_ENDS, summaryOf } from './participation.js';
import { type Standing, standingOn } from './standing.js';

const folder = fileURLToPath(new URL('../../../../data/reference/', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const documents = new Map(files.map((name) => [name, parse(readFileSync(folder + name, 'utf8')) as unknown]));

interface Vocabularies {
  readonly participation_acts: { readonly id: string; readonly effect: Effect }[];
  readonly participation_ends: { readonly id: string }[];
  readonly interval_extents: { readonly id: string }[];
}
const { vocabularies } = documents.get('lifecycles.yaml') as { vocabularies: Vocabularies };
const effects: Effects = new Map(vocabularies.participation_acts.map(({ id, effect }) => [id, effect]));

const DATES = new Set(
  ['date', 'joined', 'left', 'attested_until', 'period', 'expected', 'as_of', 'since', 'expires'].concat([
    'set_on',
    'met_on',
    'made_on',
    'term_ends',
  ]),
);
type Node = Record<string, unknown>;

/** Every date that stands in a document, with the extent beside it where the date is an interval. */
function* datesOf(node: unknown): Generator<{ name: string; text: string; extent: string | null }> {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    if (DATES.has(name) && typeof value === 'string') {
      const extent = value.includes('/') ? ((node as Node)['extent'] as string | undefined) : null;
      yield { name, text: value, extent: extent ?? null };
    }
    yield* datesOf(value);
  }
}

const records = [...documents].flatMap(([name, document]) =>
  name.startsWith('mechanisms') ? (document as { participants: Node[] }).participants : [],
);
const participationOf = (record: Node) =>
  ({ ...record, attestedUntil: record['attested_until'] ?? null }) as unknown as Participation;

describe('the reference data', () => {
  const dates = [...documents.values()].flatMap((document) => [...datesOf(document)]);

  it('has no date that is not understood', () => {
    const faults = dates.flatMap(({ name, text, extent }) => readDate(text, extent, `${name} ${text}`).faults ?? []);
    expect(faults).toEqual([]);
    expect(dates.length).toBeGreaterThan(1_700);
  });

  it('has dates that can be said', () => {
    const words = dates.map(({ text, extent }) => dateInWords(readDate(text, extent).span!, 'en'));
    expect(words).toContain('some time within 13 to 14 April 2023');
    expect(words.filter((word) => word.endsWith('end unknown'))).toHaveLength(1);
  });

  it('has at most one interval in a record, and an extent only beside it', () => {
    const stray = [...documents.values()]
      .flatMap((document) => [...nodesOf(document)])
      .filter((node) => {
        const intervals = Object.entries(node).filter(
          ([name, value]) => DATES.has(name) && String(value).includes('/'),
        );
        return intervals.length !== ('extent' in node ? 1 : 0);
      });
    expect(stray).toEqual([]);
  });

  it('names the extents and ends that the code knows', () => {
    expect(vocabularies.interval_extents.map(({ id }) => id).sort()).toEqual([...EXTENTS].sort());
    expect(vocabularies.participation_ends.map(({ id }) => id).sort()).toEqual([...PARTICIPATION_ENDS].sort());
  });

  it('has no fault in any participation', () => {
    const faults = records.flatMap((record) =>
      checkParticipation(participationOf(record), effects, `/${String(record['party'])}/${String(record['role'])}`),
    );
    expect(faults).toEqual([]);
    expect(records).toHaveLength(443);
  });

  it('has joined and left as they follow from the acts, in every record that has acts', () => {
    const withActs = records.filter((record) => 'acts' in record).map(participationOf);
    expect(withActs).toHaveLength(235);
    for (const { joined, left, acts } of withActs) expect(summaryOf(acts!, effects)).toEqual({ joined, left });
  });

  it('tells who belonged on a day', () => {
    const on = (day: string, party: string, role: string): Standing[] =>
      records
        .filter((record) => record['party'] === party && record['role'] === role)
        .map((record) => standingOn(day as Day, participationOf(record), effects));
    expect(on('2024-12-31', 'UA', 'state-party')).toEqual(['no']);
    expect(on('2025-01-01', 'UA', 'state-party')).toEqual(['attested']);
    expect(on('2026-11-23', 'UA', 'state-party')).toEqual(['presumed']);
    expect(on('2026-05-27', 'HU', 'state-party')).toEqual(['attested']);
    expect(on('2023-05-17', 'org-eurojust', 'guest-of-honour')).toEqual([]);
    expect(on('2022-07-14', 'UA', 'guest-of-honour')).toEqual(['attested']);
  });
});

function* nodesOf(node: unknown): Generator<Node> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield node as Node;
  for (const value of Object.values(node)) yield* nodesOf(value);
}
