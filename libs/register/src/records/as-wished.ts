import { type Fault, Refusal } from '@zvit/domain';

/** Members of content → what requests call them. Two times are never both called "date". */
export type Renamed = Readonly<Record<string, string>>;

/** Lists that content keeps as they were given: their faults count from 0 already. */
const PLAIN_LISTS: ReadonlySet<string> = new Set(['conditions', 'abbreviations']);

/** A fault's pointer as the request had it: renamed members, and lists counted from 0 where content counts from 1. */
export function wishedFaults(faults: readonly Fault[], renamed: Renamed): Fault[] {
  return faults.map((fault) => {
    if (fault.pointer === '') return fault;
    const path = fault.pointer.split('/').slice(1);
    const pointer = path.map((token, place) => {
      if (place === 0 || !/^\d+$/.test(token)) return Object.hasOwn(renamed, token) ? renamed[token]! : token;
      return PLAIN_LISTS.has(path[place - 1]!) ? token : String(Math.max(0, Number(token) - 1));
    });
    return { ...fault, pointer: `/${pointer.join('/')}` };
  });
}

/** Runs an act and gives the faults that it finds in content the pointers of the request. */
export async function asWished<T>(renamed: Renamed, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal) || !error.more.faults) throw error;
    throw new Refusal(error.code, error.message, { ...error.more, faults: wishedFaults(error.more.faults, renamed) });
  }
}
