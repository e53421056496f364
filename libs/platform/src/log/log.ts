/** What may stand in a log line beside its name: ids, codes, numbers. Never content, never what a client wrote. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** The logger that comes with Fastify, as far as it is used. */
export interface LineWriter {
  info(fields: object, event: string): void;
  warn(fields: object, event: string): void;
  error(fields: object, event: string): void;
}

/** Structured lines about what happens. An event is a fixed word or two, so that one can search for it. */
export class Log {
  constructor(private readonly writer: LineWriter) {}

  info(event: string, fields: LogFields = {}): void {
    this.writer.info(fields, event);
  }

  warn(event: string, fields: LogFields = {}): void {
    this.writer.warn(fields, event);
  }

  error(event: string, fields: LogFields = {}): void {
    this.writer.error(fields, event);
  }

  /** An error that nobody meant to happen. Its class, code and places are kept; its sentence may hold content and is not. */
  defect(error: unknown, fields: LogFields = {}): void {
    this.writer.error({ ...fields, ...shapeOf(error) }, 'defect');
  }
}

/** What may be written of an error. */
export function shapeOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name || error.constructor.name,
    ...(typeof code === 'string' && /^\w{1,40}$/.test(code) ? { errorCode: code } : {}),
    ...(error.cause instanceof Error ? { cause: error.cause.name } : {}),
    stack: frames.slice(0, 30).join('\n'),
  };
}
