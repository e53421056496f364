/** The opaque id of a record: 26 characters of Crockford's base 32 over 128 random bits. It says nothing about what it names. */
export type RecordId = string;

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** Whether a text has the form of an opaque record id. */
export const isRecordId = (value: string): boolean => /^[0-9a-hjkmnp-tv-z]{26}$/.test(value);

/** Makes an id of 16 bytes; the caller brings the randomness. */
export function recordId(bytes: Uint8Array): RecordId {
  let number = 0n;
  for (const byte of bytes.subarray(0, 16)) number = (number << 8n) | BigInt(byte);
  let id = '';
  for (let place = 0; place < 26; place += 1) {
    id = DIGITS[Number(number & 31n)]! + id;
    number >>= 5n;
  }
  return id;
}
