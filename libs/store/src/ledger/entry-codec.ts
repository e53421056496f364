import { type Entry, type Envelope, type Fields, type Json } from '@zvit/domain';
import { canonicalJson, leafHash, makeDisclosure, readDisclosure, sortDigests } from '@zvit/proof';

/** The largest envelope: entry bundles give its length in 16 bits (C2SP tlog-tiles). */
export const MAX_ENVELOPE_BYTES = 65_535;

export interface SealedEntry {
  readonly entry: Entry;
  readonly bytes: string;
  readonly leafHash: Buffer;
  readonly disclosures: readonly { digest: string; encoded: string }[];
}

/** Seals an entry: each field into a salted disclosure, the digests into the envelope, the envelope into canonical bytes. */
export function seal(entry: Entry): SealedEntry {
  const disclosures = [...entry.fields].map(([name, value]) => makeDisclosure(name, value));
  const { seq, recordedAt, actor, act, record, version, batch } = entry;
  const envelope: Envelope = {
    v: 1,
    seq,
    recordedAt,
    actor,
    act,
    record,
    version,
    ...(batch === undefined ? {} : { batch }),
    _sd: sortDigests(disclosures.map((one) => one.digest)),
  };
  const bytes = canonicalJson(envelope);
  return { entry, bytes, leafHash: leafHash(Buffer.from(bytes, 'utf8')), disclosures };
}

/** Whether an envelope is small enough for the ledger. */
export const fits = (sealed: SealedEntry): boolean => Buffer.byteLength(sealed.bytes, 'utf8') <= MAX_ENVELOPE_BYTES;

/** Reads an entry back from its stored bytes and those of its disclosures that still stand. */
export function unseal(bytes: string, encoded: readonly string[]): Entry {
  const { seq, recordedAt, actor, act, record, version, batch } = JSON.parse(bytes) as Envelope;
  const fields: [string, Json][] = encoded.map((one) => {
    const { name, value } = readDisclosure(one);
    return [name, value];
  });
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  const map: Fields = new Map(fields);
  return { seq, recordedAt, actor, act, record, version, ...(batch === undefined ? {} : { batch }), fields: map };
}
