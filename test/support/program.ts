import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program of ours as an operator starts it: what was built, in a process of its own. */
export class Program {
  private said = '';
  private readonly gone: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout!, child.stderr!])
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.said += text;
      });
    this.gone = once(child, 'close');
  }

  static start(file: string, words: readonly string[], environment: Record<string, string>): Program {
    const { ZVIT_TEST_POSTGRES: _, ...inherited } = process.env;
    return new Program(
      spawn(process.execPath, [`dist/apps/${file}.js`, ...words], {
        env: { ...inherited, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  get output(): string {
    return this.said;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Waits until `look` gives something; fails with what the program said when it ends before. */
  async until<T>(look: () => Promise<T | undefined> | T | undefined, patience = 60_000): Promise<T> {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      const found = await look();
      if (found !== undefined) return found;
      if (!this.running) throw new Error(`the program ended: ${this.said}`);
      await sleep(20);
    }
    throw new Error(`it did not come to that: ${this.said}`);
  }

  async signal(name: NodeJS.Signals): Promise<number | null> {
    this.child.kill(name);
    return this.end();
  }

  async end(): Promise<number | null> {
    await this.gone;
    return this.child.exitCode;
  }
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The status of an answer, undefined while nobody listens. */
export async function statusOf(url: string): Promise<number | undefined> {
  try {
    const answer = await fetch(url);
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return undefined;
  }
}
