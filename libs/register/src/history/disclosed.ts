import { ABOUT, type Json } from '@zvit/domain';
import { chunks } from '@zvit/evidence';
import { type Db } from '@zvit/store';

/** A content field of an entry, with the disclosure that it was read from. */
export interface Disclosed {
  readonly digest: string;
  readonly name: string;
  readonly value: Json;
  readonly encoded: string;
}

/** The fields of some entries, in order of their names; those destroyed by law are missing. */
export async function disclosedOf(db: Db, seqs: readonly number[]): Promise<Map<number, Disclosed[]>> {
  const found = new Map<number, Disclosed[]>(seqs.map((seq) => [seq, []]));
  for (const some of chunks(seqs)) {
    const rows = await db.all<{ seq: number; digest: string; encoded: string }>(
      `SELECT d.seq, d.digest, d.encoded FROM disclosure d WHERE d.seq IN (${some.map(() => '?').join(', ')})`,
      some,
    );
    for (const { seq, digest, encoded } of rows) {
      // Salt, name and value (RFC 9901); that the digest fits is for the verifier to say.
      const [, name, value] = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')) as [string, string, Json];
      found.get(seq)!.push({ digest, name, value, encoded });
    }
  }
  for (const fields of found.values()) fields.sort((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
  return found;
}

const STEP_REASON = /^(\/proposals\/\d+)?\/reason$/;

/** Why it was done: the reason of the act, or that of the status step that it records or proposes. */
export function reasonIn(fields: readonly Disclosed[]): string | null {
  const reason = fields.find(({ name }) => name === ABOUT.reason) ?? fields.find(({ name }) => STEP_REASON.test(name));
  return typeof reason?.value === 'string' ? reason.value : null;
}
