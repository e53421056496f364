import { Refusal } from '@zvit/domain';

/** What a history can be sent as: a page, or the whole of it. */
export type HistoryFormat = 'page' | 'ndjson' | 'csv';

const MEDIA: Readonly<Record<string, HistoryFormat>> = {
  'application/json': 'page',
  'application/*': 'page',
  '*/*': 'page',
  'application/x-ndjson': 'ndjson',
  'text/csv': 'csv',
  'text/*': 'csv',
};

/** The format that an Accept header likes best (RFC 9110 section 12.5.1); of equals the one named first. A page without a header. */
export function wantedFormat(accept: string | undefined): HistoryFormat {
  if (accept === undefined || accept.trim() === '') return 'page';
  const liked = accept
    .split(',')
    .map((range) => {
      const [media = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      return { format: MEDIA[media], q: q === undefined ? 1 : Number(q.slice(2)) };
    })
    .filter((range) => range.format !== undefined && range.q > 0)
    .sort((a, b) => b.q - a.q);
  const best = liked[0]?.format;
  if (best === undefined)
    throw new Refusal('not-acceptable', 'The history comes as application/json, application/x-ndjson or text/csv.');
  return best;
}
