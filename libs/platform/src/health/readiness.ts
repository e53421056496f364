/** Whether this process may be asked. It is ready when nothing that it waits for is left; others name and release what that is. */
export class Readiness {
  private readonly waiting = new Set<string>();

  /** From now on the process waits for this; a few plain words, they are shown to anyone. */
  waitFor(what: string): void {
    this.waiting.add(what);
  }

  done(what: string): void {
    this.waiting.delete(what);
  }

  get ready(): boolean {
    return this.waiting.size === 0;
  }

  /** What it still waits for, in the order in which it was named. */
  get reasons(): readonly string[] {
    return [...this.waiting];
  }
}
