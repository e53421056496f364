import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellOf, CSV, type Line, NDJSON } from './line-formats.js';

/** Reads RFC 4180 by its grammar, character by character. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length;) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += text[at] === '"' ? 2 : 1) cell += text.charAt(at);
      at += 1;
    } else while (at < text.length && !',\r'.includes(text[at]!)) cell += text.charAt(at++);
    row.push(cell);
    if (text[at] === ',') at += 1;
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const line: Line = {
  seq: 7,
  recordedAt: '2026-11-23T09:30:00.000Z',
  actor: { id: 'p'.repeat(26), name: '=HYPERLINK("http://example.org")' },
  act: 'event.add',
  record: { type: 'event', id: 'r'.repeat(26), slug: null, version: 1 },
  mechanism: null,
  batch: null,
  reason: 'two\r\nlines, with "quotes"',
  leafHash: 'ab',
  fields: { '/verified': false, '/title': 'Початок' },
};

describe('the history as CSV', () => {
  it('has a header and as many cells in each row', () => {
    const [head, row] = readCsv(CSV.head + CSV.line(line));
    const cells = Object.fromEntries(head!.map((name, place) => [name, row![place]]));
    expect(row).toHaveLength(head!.length);
    expect(cells).toMatchObject({ seq: '7', reason: line.reason, mechanismId: '', actorName: `'${line.actor.name}` });
    expect(JSON.parse(cells.fields!)).toEqual(line.fields);
  });

  it('gives back every text, behind an apostrophe where a spreadsheet would reckon', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[=+\-@＝＋－＠\t\r"',\n]*$/)), (text) => {
        const [[cell]] = readCsv(`${cellOf(text)}\r\n`) as [[string]];
        const isFormula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'].includes(text.charAt(0));
        expect(cell).toBe(isFormula ? `'${text}` : text);
      }),
    );
  });
});

describe('the history as lines of JSON', () => {
  it('is one object a line and says at its end how many there were', () => {
    const text = NDJSON.line(line) + NDJSON.end(1, 'ff');
    const [first, end, nothing] = text.split('\n');
    expect(JSON.parse(first!)).toEqual(line);
    expect(JSON.parse(end!)).toEqual({ end: true, rows: 1, sha256: 'ff' });
    expect(nothing).toBe('');
  });
});
