import { type Json } from '@zvit/domain';
import { type HistoryItemDto } from './history.dto.js';

/** An act with its content fields, as it is taken away. */
export interface Line extends HistoryItemDto {
  readonly fields: Readonly<Record<string, Json>>;
}

/** How a history is written as text: what stands before, in and after the lines. Rows are written as they come. */
export interface LineFormat {
  readonly mediaType: string;
  readonly head: string;
  line(line: Line): string;
  /** Says at the end that nothing is missing; `sha256` is of every byte before. Empty where a format has no place for it. */
  end(rows: number, sha256: string): string;
}

export const NDJSON: LineFormat = {
  mediaType: 'application/x-ndjson',
  head: '',
  line: (line) => `${JSON.stringify(line)}\n`,
  end: (rows, sha256) => `${JSON.stringify({ end: true, rows, sha256 })}\n`,
};

const COLUMNS: readonly (readonly [name: string, value: (line: Line) => string | number | null])[] = [
  ['seq', (line) => line.seq],
  ['recordedAt', (line) => line.recordedAt],
  ['actorId', (line) => line.actor.id],
  ['actorName', (line) => line.actor.name],
  ['act', (line) => line.act],
  ['recordType', (line) => line.record.type],
  ['recordId', (line) => line.record.id],
  ['recordSlug', (line) => line.record.slug],
  ['recordVersion', (line) => line.record.version],
  ['mechanismId', (line) => line.mechanism?.id ?? null],
  ['mechanismSlug', (line) => line.mechanism?.slug ?? null],
  ['batch', (line) => line.batch],
  ['reason', (line) => line.reason],
  ['leafHash', (line) => line.leafHash],
  ['fields', (line) => JSON.stringify(line.fields)],
];

/** RFC 4180 with a header row. It has no place for an end: the head of the answer says how many rows there are. */
export const CSV: LineFormat = {
  mediaType: 'text/csv; charset=utf-8; header=present',
  head: rowOf(COLUMNS.map(([name]) => name)),
  line: (line) => rowOf(COLUMNS.map(([, value]) => value(line))),
  end: () => '',
};

function rowOf(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (typeof cell === 'string' ? cellOf(cell) : String(cell ?? ''))).join(',')}\r\n`;
}

/** A text as a cell. What a spreadsheet would take for a formula gets an apostrophe before it. */
export function cellOf(text: string): string {
  const defused = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
