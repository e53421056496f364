import { type Fault, Refusal, refuseFaults } from '@zvit/domain';
import { AsyncLocalStorage } from 'node:async_hooks';

interface Aside {
  faults: readonly Fault[];
}

const asides = new AsyncLocalStorage<Aside>();

/**
 * Faults that the frame has found in a body and that wait for those the act finds in the rest of it, so that all are answered at
 * once. While some wait, nothing is written: the store asks before every entry and at the end of every write.
 */
export class PuttingAside {
  private readonly aside: Aside = { faults: [] };

  /** Runs what answers the request. */
  during<T>(work: () => T): T {
    return asides.run(this.aside, work);
  }

  /** What waited. From here on nothing does: what is written after the answer (the access journal) is no part of the act. */
  end(): readonly Fault[] {
    const { faults } = this.aside;
    this.aside.faults = [];
    return faults;
  }
}

/** Lets faults wait; false where nobody gathers them: then they have to be thrown. */
export function putAside(faults: readonly Fault[]): boolean {
  const aside = asides.getStore();
  if (aside) aside.faults = [...aside.faults, ...faults];
  return aside !== undefined;
}

/** Throws the faults that wait, if any do: what rests on half a body must not be written. */
export function refusePutAside(): void {
  refuseFaults(asides.getStore()?.faults ?? []);
}

/**
 * One refusal of the faults that waited and of those that an act has found in the rest of the body, in the order of the body. Where
 * a fault waited, nothing is said twice: what the act found there, or below it, is about the gap that it left. Undefined where
 * none waited.
 */
export function withPutAside(waited: readonly Fault[], error: unknown, body: unknown): Refusal | undefined {
  if (waited.length === 0) return undefined;
  const found = error instanceof Refusal && error.code === 'invalid-input' ? (error.more.faults ?? []) : [];
  const news = found.filter(({ pointer }) => !waited.some((fault) => isWithin(pointer, fault.pointer)));
  return refusalOf(inOrderOf(body, [...waited, ...news]));
}

/** The refusal that carries these faults. */
export function refusalOf(faults: readonly Fault[]): Refusal {
  try {
    refuseFaults(faults);
  } catch (refusal) {
    return refusal as Refusal;
  }
  return new Refusal('invalid-input', 'The input has another shape than expected.');
}

const isWithin = (pointer: string, above: string): boolean => pointer === above || pointer.startsWith(`${above}/`);

function inOrderOf(body: unknown, faults: readonly Fault[]): Fault[] {
  const placed = faults.map((fault) => ({ fault, place: placeIn(body, fault.pointer) }));
  return placed.sort((a, b) => comparePlaces(a.place, b.place)).map(({ fault }) => fault);
}

/** How manieth member it is at each level; what is missing stands after all that is there. */
function placeIn(body: unknown, pointer: string): number[] {
  let value = body;
  return pointer
    .split('/')
    .slice(1)
    .map((token) => {
      const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
      const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
      const at = members.findIndex(([key]) => key === name);
      value = members[at]?.[1];
      return at < 0 ? Number.MAX_SAFE_INTEGER : at;
    });
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((place, level) => place !== b[level]);
  return at < 0 || at >= b.length ? a.length - b.length : a[at]! - b[at]!;
}
