import { type Fault, type FaultCode } from '@zvit/domain';
import { type ValidationError } from 'class-validator';

/** The rules of class-validator that break one of ours; a rule of our own bears the fault's code as its name. */
const RULES: Readonly<Record<string, FaultCode>> = {
  isDefined: 'missing',
  isNotEmpty: 'missing',
  arrayNotEmpty: 'missing',
  arrayMinSize: 'missing',
  maxLength: 'too-long',
  arrayMaxSize: 'too-long',
  isIn: 'not-in-vocabulary',
  isEnum: 'not-in-vocabulary',
  arrayUnique: 'duplicate',
};

const OWN: ReadonlySet<string> = new Set<FaultCode>([
  'unknown-field',
  'missing',
  'wrong-type',
  'too-long',
  'not-in-vocabulary',
  'not-a-date',
  'end-before-begin',
  'extent-missing',
  'unknown-reference',
  'uncited',
  'source-classed-above',
  'contradiction',
  'duplicate',
  'forbidden-text',
]);

/** All faults of a request at once, each with the JSON pointer (RFC 6901) to where it stands. */
export function validationFaults(errors: readonly ValidationError[], above = ''): Fault[] {
  return errors.flatMap((error) => {
    const pointer = `${above}/${escaped(error.property)}`;
    return [...own(error, pointer), ...validationFaults(error.children ?? [], pointer)];
  });
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

function own(error: ValidationError, pointer: string): Fault[] {
  const broken = Object.entries(error.constraints ?? {});
  const [, firstSentence] = broken[0] ?? [];
  if (firstSentence === undefined) return [];
  if ('whitelistValidation' in (error.constraints ?? {}))
    return [{ pointer, code: 'unknown-field', detail: 'There is no such field.' }];
  if (error.value === undefined) return [{ pointer, code: 'missing', detail: `${error.property} is missing.` }];
  const faults = broken.map(([rule, sentence]) => ({ pointer, code: codeOf(rule), detail: `${sentence}.` }));
  // Of a number where a text should stand, its length is not worth a word.
  const telling = faults.filter((fault) => fault.code === 'wrong-type');
  const kept = telling.length > 0 && typeof error.value !== 'string' ? telling : faults;
  return kept.filter((fault, at) => kept.findIndex((other) => other.code === fault.code) === at);
}

function codeOf(rule: string): FaultCode {
  return OWN.has(rule) ? (rule as FaultCode) : (RULES[rule] ?? 'wrong-type');
}
