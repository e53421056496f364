import { readDate } from '@zvit/domain';

/** A date in the world as its source states it, with the days that it can mean. */
export class SpanDto {
  /** The text of the source: EDTF, level 0 or 1. */
  edtf: string;
  /** First day that the text can mean; null when that bound is unknown or open. */
  earliest: string | null;
  /** Last day that the text can mean; null when that bound is unknown or open. */
  latest: string | null;
  /** day, month, season, year, decade, century or interval. */
  precision: string;
  /** The date may be wrong. It never widens the days. */
  uncertain: boolean;
  /** The date is approximate. It never widens the days. */
  approximate: boolean;
  /** Of an interval: some time `within` it, or all of it, `throughout`. */
  extent: string | null;

  static from(edtf: unknown, extent?: unknown): SpanDto | null {
    if (typeof edtf !== 'string') return null;
    const { span } = readDate(edtf, typeof extent === 'string' ? extent : null);
    if (!span) return null;
    const { earliest, latest, precision, uncertain, approximate } = span;
    return { edtf, earliest, latest, precision, uncertain, approximate, extent: span.extent ?? null };
  }
}
