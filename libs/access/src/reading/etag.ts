import { BUILD } from '@zvit/platform';
import { type View } from '@zvit/store';
import { headerOf, pathOf, type Asked } from '../guard/asked.js';
import { sha256 } from '../secrets.js';

/**
 * The strong ETag of an answer, known before its rows are read: digest of all that the answer can differ by. `rests` is the
 * highest ledger position that this clearance sees of what the answer rests on.
 */
export function etagOf(request: Asked, view: View, rests: string, personal: boolean): string {
  const query = new URLSearchParams(request.url.split('?').slice(1).join('?'));
  query.sort();
  const parts = [
    BUILD,
    view.sight,
    pathOf(request),
    query.toString(),
    (headerOf(request, 'accept') ?? '*/*').toLowerCase().replaceAll(' ', ''),
    // Answers are sent as they are; who adds compression adds the coding here.
    'identity',
    view.validOn,
    rests,
    personal ? [view.actor.person, view.actor.roles] : [],
  ];
  return `"${sha256(JSON.stringify(parts))}"`;
}

/**
 * Whether a client holds the answer already (If-None-Match, RFC 9110 section 13.1.2; weak comparison). `*` is passed over: what it
 * asks, whether anything is there, is known only after the rows were read.
 */
export function isHeld(request: Pick<Asked, 'headers'>, etag: string): boolean {
  const header = headerOf(request, 'if-none-match');
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
