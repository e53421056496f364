/** What an operator reads. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line that is written over while work goes on; plain lines where nobody watches. */
export function progress(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`);
}

export function endProgress(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
}
