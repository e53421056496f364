import { describe, expect, it } from '@jest/globals';
import { wantedFormat } from './wanted-format.js';

describe('the format that an Accept header asks for', () => {
  it.each([
    [undefined, 'page'],
    ['', 'page'],
    ['*/*', 'page'],
    ['application/json', 'page'],
    ['text/html, application/xhtml+xml, */*;q=0.8', 'page'],
    ['application/x-ndjson', 'ndjson'],
    ['Application/X-NDJSON', 'ndjson'],
    ['text/csv; charset=utf-8', 'csv'],
    ['text/csv, */*;q=0.1', 'csv'],
    ['application/json;q=0.5, application/x-ndjson', 'ndjson'],
    ['text/csv;q=0, application/json', 'page'],
  ])('%s is a %s', (accept, format) => expect(wantedFormat(accept)).toBe(format));

  it.each(['image/png', 'text/csv;q=0', 'application/xml, text/html'])('%s is none', (accept) =>
    expect(() => wantedFormat(accept)).toThrow(/comes as/),
  );
});
