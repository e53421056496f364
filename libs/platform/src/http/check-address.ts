import { Refusal, refuseFaults } from '@zvit/domain';

/**
 * Refuses an address that does not decode to text or hides a NUL: the router looks at its path alone and reads a broken query as
 * it comes, and PostgreSQL takes no NUL. Names that every object has (`constructor`) are no parameters.
 */
export function checkAddress(url: string): void {
  let text: string;
  try {
    text = decodeURIComponent(url);
  } catch {
    throw new Refusal('malformed-request', 'The address is wrongly encoded.');
  }
  if (text.includes('\0')) throw new Refusal('malformed-request', 'The address holds NUL.');
  const keys = [...new URLSearchParams(url.split('?').slice(1).join('?')).keys()];
  refuseFaults(
    keys
      .filter((key) => key in Object.prototype)
      .map((key) => ({ pointer: `/${key}`, code: 'unknown-field', detail: `${key} is no parameter.` })),
  );
}
