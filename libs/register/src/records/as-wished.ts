import { type Fault, Refusal } from '@zvit/domain';

/** A fault's pointer as the request had it: renamed members, and lists counted from 0 where content counts from 1. */
export function wishedFaults(faults: readonly Fault[], renamed: Readonly<Record<string, string>>): Fault[] {
  return faults.map((fault) => {
    const [, first = '', ...rest] = fault.pointer.split('/');
    const path = [renamed[first] ?? first, ...rest];
    const pointer = path.map((token, index) =>
      /^\d+$/.test(token) && index > 0 ? String(Math.max(0, Number(token) - 1)) : token,
    );
    return { ...fault, pointer: fault.pointer === '' ? '' : `/${pointer.join('/')}` };
  });
}

/** Runs an act and gives the faults that it finds in content the pointers of the request. */
export async function asWished<T>(renamed: Readonly<Record<string, string>>, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal) || !error.more.faults) throw error;
    throw new Refusal(error.code, error.message, { ...error.more, faults: wishedFaults(error.more.faults, renamed) });
  }
}
