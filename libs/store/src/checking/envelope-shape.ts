import { type Envelope, isRecordId, RECORD_TYPES } from '@zvit/domain';

const MEMBERS = ['v', 'seq', 'recordedAt', 'actor', 'act', 'record', 'version', 'batch', '_sd'];

/** The envelope in these bytes, or undefined when they are canonical JSON of something else. Nothing is taken on trust. */
export function envelopeOf(bytes: string): Envelope | undefined {
  const value = JSON.parse(bytes) as Partial<Envelope> | null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { v, seq, recordedAt, actor, act, record, version, batch, _sd } = value;
  const sound =
    Object.keys(value).every((name) => MEMBERS.includes(name)) &&
    v === 1 &&
    Number.isSafeInteger(seq) &&
    Number.isSafeInteger(version) &&
    typeof recordedAt === 'string' &&
    isId(actor) &&
    typeof act === 'string' &&
    isId(record?.id) &&
    (RECORD_TYPES as readonly unknown[]).includes(record.type) &&
    act.startsWith(`${record.type}.`) &&
    (batch === undefined || isId(batch)) &&
    Array.isArray(_sd) &&
    _sd.every((digest, index) => typeof digest === 'string' && (index === 0 || (_sd[index - 1] as string) < digest));
  return sound ? (value as Envelope) : undefined;
}

const isId = (value: unknown): value is string => typeof value === 'string' && isRecordId(value);
